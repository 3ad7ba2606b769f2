// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.time.TimeSource;
import java.util.EnumMap;
import java.util.Map;

/** Tells the team where the table and the thresholds say so. */
final class Alarm {

    private final Alerts alerts;
    private final AlarmSettings settings;
    private final TimeSource time;
    private final Map<FailureClass, Rate> rates = new EnumMap<>(FailureClass.class);

    Alarm(Alerts alerts, AlarmSettings settings, TimeSource time) {
        this.alerts = alerts;
        this.settings = settings;
        this.time = time;
        for (FailureClass row : FailureClass.values()) {
            if (settings.threshold(row) > 1) {
                Rate rate = new Rate(settings.window(), settings.threshold(row));
                rates.put(row, rate);
                alerts.watch(rateCode(row), () -> rate.isOverAt(time.nanoTime()));
            }
        }
    }

    void consider(Incident incident) {
        FailureClass row = incident.found().failureClass();
        Rate rate = rates.get(row);
        if (rate == null) {
            if (settings.threshold(row) == 1) {
                alerts.raise(one(incident, row));
            }
        } else if (rate.isHighAt(time.nanoTime())) {
            alerts.raise(many(incident, row));
        }
    }

    /** The log has the failure already; how often it comes, it has not. */
    private static Alert one(Incident incident, FailureClass row) {
        Problem problem = incident.problem();
        // All the places in which a lost database is noticed are one alert; each bug is one of its own.
        boolean everywhere = row == FailureClass.DATABASE_UNAVAILABLE;
        String code = everywhere ? row.code() : problem.code();
        String subject = everywhere || incident.fingerprint() == null
                ? code
                : incident.fingerprint().value();
        Alert alert = new Alert(code, subject, text(incident), problem.correlationId())
                .withFact("errorId", problem.errorId())
                .asLogged();
        return everywhere ? alert.withSeverity(Alert.Severity.CRITICAL) : alert;
    }

    private Alert many(Incident incident, FailureClass row) {
        String text = text(incident) + ", " + settings.threshold(row) + " or more within "
                + settings.window().toSeconds() + " s";
        return new Alert(rateCode(row), row.code(), text, incident.problem().correlationId())
                .withFact("errorId", incident.problem().errorId())
                .withSeverity(row.alert() == FailureClass.Alert.YES ? Alert.Severity.ERROR : Alert.Severity.WARNING);
    }

    private static String rateCode(FailureClass row) {
        return row.code() + "_RATE";
    }

    private static String text(Incident incident) {
        String type = incident.chain() == null
                ? ""
                : " by " + incident.chain().root().getClass().getName();
        return incident.problem().code() + type + ", error "
                + incident.problem().errorId();
    }
}
