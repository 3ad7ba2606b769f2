// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureLogTest {

    private final ErrorDesk desk = ErrorDesk.builder().build();
    private final CapturedLog log = CapturedLog.ofFailures();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aBugIsLoggedOnceWithTheIdsOfTheBodyAndItsStack() {
        RuntimeException bug = new RuntimeException("outer", new IllegalStateException("no such order"));

        Problem problem = desk.report(bug, Locale.ENGLISH);

        ILoggingEvent event = log.only();
        String print = Fingerprint.of(CauseChain.of(bug)).value();
        assertThat(event.getLevel()).isEqualTo(Level.ERROR);
        assertThat(CapturedLog.pairs(event))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "error.id",
                        problem.errorId(),
                        "error.code",
                        "INTERNAL_ERROR",
                        "error.class",
                        "BUG",
                        "error.fingerprint",
                        print,
                        "http.response.status_code",
                        500));
        assertThat(event.getFormattedMessage())
                .isEqualTo(
                        "INTERNAL_ERROR (500) error " + problem.errorId() + ", fingerprint " + print
                                + ": java.lang.RuntimeException: outer, caused by java.lang.IllegalStateException: no such order");
        assertThat(event.getThrowableProxy().getCause().getMessage()).isEqualTo("no such order");
    }

    @ParameterizedTest
    @EnumSource(FailureClass.class)
    void theTableDecidesLevelAndStack(FailureClass row) {
        desk.report(new IllegalStateException("x"), Classification.of(row), Locale.ENGLISH);

        ILoggingEvent event = log.only();
        assertThat(event.getLevel().toString()).isEqualTo(row.level().toString());
        assertThat(event.getThrowableProxy() != null).isEqualTo(row.logsStack());
    }

    @Test
    void aRefusalWithoutAThrowableHasNoFingerprint() {
        Problem problem = desk.refuse(Classification.of(FailureClass.FORBIDDEN), Locale.ENGLISH);

        assertThat(log.only().getFormattedMessage()).isEqualTo("FORBIDDEN (403) error " + problem.errorId());
        assertThat(CapturedLog.pairs(log.only())).doesNotContainKey("error.fingerprint");
    }

    @Test
    void refusedValuesAreNamedButNeverShown() {
        Classification found = Classification.of(FailureClass.INPUT_INVALID)
                .withErrors(List.of(new FieldError(FieldError.In.BODY, "/pass\nword", "SIZE", "too short", Map.of())));

        desk.report(new IllegalArgumentException("rejected value [hunter2]"), found, Locale.ENGLISH);

        assertThat(log.only().getFormattedMessage())
                .endsWith(": java.lang.IllegalArgumentException; body /pass\\u000aword SIZE")
                .doesNotContain("hunter2");
    }

    @Test
    void whatTheAppWroteIntoAProblemExceptionIsForTheLog() {
        desk.report(new ProblemException(Classification.of(FailureClass.CONFLICT), "sku TEA-1"), Locale.ENGLISH);

        assertThat(log.only().getFormattedMessage()).endsWith("ProblemException: sku TEA-1");
    }

    @Test
    void theLogKnowsWhatTheClientIsNotTold() {
        Classification found = Classification.of(FailureClass.UPSTREAM_REFUSED);

        Problem problem = desk.report(new IllegalStateException("payments answered 404"), found, Locale.ENGLISH);

        assertThat(log.only().getFormattedMessage()).contains("payments answered 404");
        assertThat(problem.toJson()).doesNotContain("payments");
    }

    @Test
    void nothingOfTheLineCanBeForged() {
        ErrorDesk rules = ErrorDesk.builder()
                .rule(FailureRule.on(IllegalStateException.class, Classification.of(FailureClass.TOO_SLOW)))
                .build();

        rules.report(new IllegalStateException("late\r\nERROR all is lost\u2028\u202e"), Locale.ENGLISH);

        assertThat(log.only().getFormattedMessage())
                .endsWith("late\\u000d\\u000aERROR all is lost\\u2028\\u202e")
                .doesNotContain("\n", "\r", "\u2028", "\u202e");
    }
}
