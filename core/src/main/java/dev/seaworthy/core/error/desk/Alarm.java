// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.time.TimeSource;
import java.util.EnumMap;
import java.util.Map;

/** Tells the team where the table says so. */
final class Alarm {

    private final Alerts alerts;
    private final TimeSource time;
    private final Map<FailureClass, Rate> rates = new EnumMap<>(FailureClass.class);

    Alarm(Alerts alerts, TimeSource time) {
        this.alerts = alerts;
        this.time = time;
        for (FailureClass row : FailureClass.values()) {
            if (row.alert() == FailureClass.Alert.BY_RATE) {
                rates.put(row, new Rate());
            }
        }
    }

    void consider(Incident incident) {
        FailureClass row = incident.found().failureClass();
        switch (row.alert()) {
            case YES -> raise(incident, "");
            case BY_RATE -> {
                Rate rate = rates.get(row);
                if (rate != null && rate.isHighAt(time.nanoTime())) {
                    raise(incident, ", " + Rate.MANY + " or more within " + Rate.WINDOW.toSeconds() + " s");
                }
            }
            case NO, WHEN_BREAKER_OPENS -> {
                // Nobody is told, or somebody else tells.
            }
        }
    }

    private void raise(Incident incident, String addition) {
        Problem problem = incident.problem();
        boolean one = incident.found().failureClass().alert() == FailureClass.Alert.YES;
        String subject =
                one && incident.fingerprint() != null ? incident.fingerprint().value() : problem.code();
        String type = incident.chain() == null
                ? ""
                : " by " + incident.chain().root().getClass().getName();
        alerts.raise(new Alert(
                problem.code(),
                subject,
                problem.code() + type + ", error " + problem.errorId() + addition,
                problem.correlationId()));
    }
}
