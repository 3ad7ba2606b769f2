// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmTest {

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
    private final List<Alert> told = new ArrayList<>();
    private final Alerts alerts = new Alerts(time, new Telemetry(), List.of(told::add));
    private final ErrorDesk desk = ErrorDesk.builder().time(time).alerts(alerts).build();

    @Test
    void aBugIsToldByItsFingerprintAndWithoutItsMessage() {
        IllegalStateException bug = new IllegalStateException("card 4111 1111 1111 1111");

        Problem problem = desk.report(bug, Locale.ENGLISH);

        assertThat(told)
                .containsExactly(new Alert(
                                "INTERNAL_ERROR",
                                Fingerprint.of(CauseChain.of(bug)).value(),
                                "INTERNAL_ERROR by java.lang.IllegalStateException, error " + problem.errorId(),
                                null)
                        .withFact("errorId", problem.errorId())
                        .asLogged());
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
        for (int i = 0; i < AlarmSettings.MANY - 1; i++) {
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
        for (int i = 0; i < 10 * AlarmSettings.MANY; i++) {
            desk.refuse(Classification.of(FailureClass.TOO_SLOW), Locale.ENGLISH);
            time.advance(Duration.ofSeconds(4));
        }

        assertThat(told).isEmpty();
    }

    @Test
    void aLostDatabaseIsOneAlertWhereverItIsNoticed() {
        desk.report(new SQLTransientConnectionException("pool", "08001"), Locale.ENGLISH);
        desk.report(new IllegalStateException(new SQLNonTransientConnectionException("x", "08001")), Locale.ENGLISH);

        assertThat(told).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(alert.subject()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(alert.severity()).isEqualTo(Alert.Severity.CRITICAL);
        });
    }

    @Test
    void whenManyHaveBecomeFewItIsOver() {
        for (int i = 0; i < AlarmSettings.MANY; i++) {
            desk.refuse(Classification.of(FailureClass.TOO_SLOW), Locale.ENGLISH);
        }
        settleFor(AlarmSettings.WINDOW.minusSeconds(1));
        assertThat(told).hasSize(1);

        settleFor(Duration.ofMinutes(2));

        assertThat(told).extracting(Alert::code).containsOnly("TIMEOUT_RATE").hasSize(2);
        assertThat(told).last().satisfies(alert -> assertThat(alert.text()).startsWith("Resolved after"));
    }

    @Test
    void thresholdsDecideHowManyBugsAreTold() {
        ErrorDesk patient = ErrorDesk.builder()
                .time(time)
                .alerts(alerts)
                .alarms(new AlarmSettings(
                        Duration.ofSeconds(10), Map.of(FailureClass.BUG, 3, FailureClass.DATABASE_UNAVAILABLE, 0)))
                .build();
        patient.refuse(Classification.of(FailureClass.DATABASE_UNAVAILABLE), Locale.ENGLISH);
        patient.report(new IllegalStateException(), Locale.ENGLISH);
        patient.report(new IllegalArgumentException(), Locale.ENGLISH);
        assertThat(told).isEmpty();

        patient.report(new IllegalStateException(), Locale.ENGLISH);

        assertThat(told).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo("INTERNAL_ERROR_RATE");
            assertThat(alert.subject()).isEqualTo("INTERNAL_ERROR");
            assertThat(alert.severity()).isEqualTo(Alert.Severity.ERROR);
            assertThat(alert.text()).endsWith(", 3 or more within 10 s");
            assertThat(alert.logged()).isFalse();
        });
    }

    @Test
    void wrongThresholdsAreRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmSettings(Duration.ZERO, Map.of()))
                .withMessage("seaworthy.alert.window must be from PT1S to PT1H, got 'PT0S'; write for example 1m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmSettings(AlarmSettings.WINDOW, Map.of(FailureClass.BUG, -1)))
                .withMessage(
                        "seaworthy.alert.thresholds.bug must not be negative, got '-1'; write 1 to be told of each,"
                                + " 0 of none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmSettings(AlarmSettings.WINDOW, Map.of(FailureClass.RATE_LIMITED, 5)))
                .withMessage(
                        "seaworthy.alert.thresholds must name failures that are told, got 'rate-limited'; write one"
                                + " of database-unavailable, database-contention, database-outcome-unknown, too-slow, bug");
    }

    @Test
    void classesAreNamedAsPropertiesNameThem() {
        AlarmSettings named =
                AlarmSettings.named(AlarmSettings.WINDOW, Map.of("too-slow", 7, "DATABASE_CONTENTION", 8));

        assertThat(named.threshold(FailureClass.TOO_SLOW)).isEqualTo(7);
        assertThat(named.threshold(FailureClass.DATABASE_CONTENTION)).isEqualTo(8);
        assertThat(named.threshold(FailureClass.BUG)).isEqualTo(1);
        assertThat(named.threshold(FailureClass.CONFLICT)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlarmSettings.named(AlarmSettings.WINDOW, Map.of("bugs", 5)))
                .withMessageStartingWith(
                        "seaworthy.alert.thresholds must name failures that are told, got 'bugs'; write");
    }

    private void settleFor(Duration whole) {
        for (long second = 0; second < whole.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            alerts.settle();
        }
    }
}
