// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmTest {

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
    private final List<Alert> told = new ArrayList<>();
    private final ErrorDesk desk = ErrorDesk.builder()
            .time(time)
            .alerts(new Alerts(time, new Telemetry(), List.of(told::add)))
            .build();

    @Test
    void aBugIsToldByItsFingerprintAndWithoutItsMessage() {
        IllegalStateException bug = new IllegalStateException("card 4111 1111 1111 1111");

        Problem problem = desk.report(bug, Locale.ENGLISH);

        assertThat(told)
                .containsExactly(new Alert(
                        "INTERNAL_ERROR",
                        Fingerprint.of(CauseChain.of(bug)).value(),
                        "INTERNAL_ERROR by java.lang.IllegalStateException, error " + problem.errorId(),
                        null));
    }

    @Test
    void theSameBugIsToldOnceAndAnotherOneToo() {
        for (int i = 0; i < 10; i++) {
            desk.report(new IllegalStateException(), Locale.ENGLISH);
        }
        desk.report(new IllegalArgumentException(), Locale.ENGLISH);

        assertThat(told).hasSize(2);
    }

    @Test
    void aRefusalWithoutAThrowableIsToldByItsCode() {
        desk.refuse(HttpStatuses.classify(500), Locale.ENGLISH);

        assertThat(told).extracting(Alert::subject).containsExactly("INTERNAL_ERROR");
    }

    @ParameterizedTest
    @EnumSource(FailureClass.class)
    void theTableDecidesWhoIsTold(FailureClass row) {
        desk.refuse(Classification.of(row), Locale.ENGLISH);

        assertThat(told).hasSize(row.alert() == FailureClass.Alert.YES ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_SLOW", "DATABASE_CONTENTION"})
    void manyWithinAMinuteAreToldOnce(FailureClass row) {
        for (int i = 0; i < Rate.MANY - 1; i++) {
            desk.refuse(Classification.of(row), Locale.ENGLISH);
        }
        assertThat(told).isEmpty();

        desk.refuse(Classification.of(row), Locale.ENGLISH);
        desk.refuse(Classification.of(row), Locale.ENGLISH);

        assertThat(told).hasSize(1);
        assertThat(told.get(0).text()).endsWith(", 20 or more within 60 s");
    }

    @Test
    void aFewEachMinuteAreNotToldAtAll() {
        for (int i = 0; i < 10 * Rate.MANY; i++) {
            desk.refuse(Classification.of(FailureClass.TOO_SLOW), Locale.ENGLISH);
            time.advance(Duration.ofSeconds(4));
        }

        assertThat(told).isEmpty();
    }
}
