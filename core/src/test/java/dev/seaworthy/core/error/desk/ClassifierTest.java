// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.FailsWith;
import dev.seaworthy.core.telemetry.Telemetry;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {

    private static final Classification TEAPOT =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(418).withCode("TEAPOT");
    private static final Classification GONE =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(410).withCode("GONE");

    @Test
    void whatNobodyKnowsIsOurBug() {
        assertThat(code(ErrorDesk.builder(), new IllegalStateException())).isEqualTo("INTERNAL_ERROR");
        assertThat(code(ErrorDesk.builder(), new OutOfMemoryError())).isEqualTo("INTERNAL_ERROR");
        assertThat(code(ErrorDesk.builder(), new AssertionError())).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void appsCanGoByTypeByPredicateAndByAnnotation() {
        ErrorDeskBuilder desk = ErrorDesk.builder()
                .rule(FailureRule.on(UncheckedIOException.class, GONE))
                .rule(FailureRule.on(
                        NumberFormatException.class, failure -> failure.getMessage() == null ? null : TEAPOT))
                .rule(FailureRule.when(link -> "tea".equals(link.getMessage()), TEAPOT));

        assertThat(code(desk, new UncheckedIOException(new ConnectException()))).isEqualTo("GONE");
        assertThat(code(desk, new NumberFormatException("x"))).isEqualTo("TEAPOT");
        assertThat(code(desk, new NumberFormatException())).isEqualTo("INTERNAL_ERROR");
        assertThat(code(desk, new IllegalStateException("tea"))).isEqualTo("TEAPOT");
        assertThat(code(desk, new OutOfStock())).isEqualTo("OUT_OF_STOCK");
    }

    @Test
    void eachRuleSeesTheWholeChainBeforeTheNextIsAsked() {
        ErrorDeskBuilder desk = ErrorDesk.builder()
                .rule(FailureRule.on(IllegalStateException.class, TEAPOT))
                .rule(FailureRule.on(RuntimeException.class, GONE));

        assertThat(code(desk, new RuntimeException(new IllegalStateException())))
                .isEqualTo("TEAPOT");
    }

    @Test
    void aRuleAnswersForTheOutermostLinkThatItKnows() {
        FailureRule byMessage =
                link -> link.getMessage() != null && link.getMessage().length() == 4
                        ? TEAPOT.withCode(link.getMessage())
                        : null;

        assertThat(code(
                        ErrorDesk.builder().rule(byMessage),
                        new Exception("long one", new Exception("NEAR", new Exception("DEEP")))))
                .isEqualTo("NEAR");
    }

    @Test
    void theAppGoesBeforeFrameworksAndBothGoBeforeUs() {
        SQLException down = new SQLException("down", "08006");
        FailureRule app = FailureRule.on(SQLException.class, GONE);
        FailureRule framework = FailureRule.on(SQLException.class, TEAPOT);

        assertThat(code(ErrorDesk.builder(), down)).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(code(ErrorDesk.builder().frameworkRules(List.of(framework)), down))
                .isEqualTo("TEAPOT");
        assertThat(code(ErrorDesk.builder().frameworkRules(List.of(framework)).rules(List.of(app)), down))
                .isEqualTo("GONE");
    }

    @Test
    void whatTheAppSaysOfItsExceptionBeatsWhatAFrameworkSaysOfTheCause() {
        ErrorDeskBuilder desk =
                ErrorDesk.builder().frameworkRules(List.of(FailureRule.on(IllegalArgumentException.class, TEAPOT)));

        OutOfStock annotated = new OutOfStock();
        annotated.initCause(new IllegalArgumentException());

        assertThat(code(desk, annotated)).isEqualTo("OUT_OF_STOCK");
        assertThat(code(desk, new ProblemException(GONE, "gone", new IllegalArgumentException())))
                .isEqualTo("GONE");
    }

    @Test
    void aProblemExceptionDeepInsideIsBelieved() {
        ErrorDeskBuilder desk = ErrorDesk.builder().rule(FailureRule.on(IllegalStateException.class, TEAPOT));

        assertThat(code(desk, new IllegalStateException(new ProblemException(GONE, "too large"))))
                .isEqualTo("GONE");
    }

    static List<Throwable> wrappers() {
        SQLException down = new SQLException("down", "08006");
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("no state"));
        batch.getNextException().setNextException(down);
        return List.of(
                new ExecutionException(down),
                new CompletionException(down),
                new UndeclaredThrowableException(down),
                new InvocationTargetException(down),
                new RuntimeException(new CompletionException(new ExecutionException(down))),
                new RuntimeException(batch));
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void wrappersHideNothing(Throwable wrapper) {
        assertThat(code(ErrorDesk.builder(), wrapper)).isEqualTo("DATABASE_UNAVAILABLE");
    }

    @Test
    void aRefusedConnectionOfADriverIsTheDatabasesNotAServices() {
        SQLException down = new SQLException("refused", "08001", new ConnectException("Connection refused"));

        assertThat(code(ErrorDesk.builder(), new RuntimeException(down))).isEqualTo("DATABASE_UNAVAILABLE");
        assertThat(code(ErrorDesk.builder(), new RuntimeException(new ConnectException())))
                .isEqualTo("UPSTREAM_UNREACHABLE");
    }

    @Test
    void whatFailedWhileCleaningUpIsAskedLast() {
        RuntimeException both = new RuntimeException(new ConnectException());
        both.addSuppressed(new IllegalStateException());
        RuntimeException onlySuppressed = new RuntimeException();
        onlySuppressed.addSuppressed(new SQLException("down", "08006"));
        ErrorDeskBuilder desk = ErrorDesk.builder().rule(FailureRule.on(IllegalStateException.class, TEAPOT));

        assertThat(code(desk, both)).isEqualTo("UPSTREAM_UNREACHABLE");
        assertThat(code(desk, onlySuppressed)).isEqualTo("DATABASE_UNAVAILABLE");
    }

    @Test
    void aRuleThatThrowsIsSkippedAndLoggedOnce() {
        Telemetry telemetry = new Telemetry();
        FailureRule broken = link -> {
            throw new UnsupportedOperationException("broken rule");
        };
        ErrorDesk desk = ErrorDesk.builder()
                .telemetry(telemetry)
                .rule(broken)
                .rule(FailureRule.on(IllegalStateException.class, TEAPOT))
                .build();

        try (CapturedLog helpers = CapturedLog.ofHelpers()) {
            assertThat(desk.report(new IllegalStateException(), Locale.ENGLISH).code())
                    .isEqualTo("TEAPOT");
            assertThat(desk.report(new IllegalStateException(), Locale.ENGLISH).code())
                    .isEqualTo("TEAPOT");

            assertThat(helpers.only().getFormattedMessage())
                    .isEqualTo("Helper '" + getClass().getName()
                            + "' of the error desk failed and is skipped, from now on without a word");
            assertThat(helpers.only().getThrowableProxy().getMessage()).isEqualTo("broken rule");
        }
        assertThat(telemetry.total(
                        "seaworthy.error.helper_failed", "helper", getClass().getName()))
                .isEqualTo(2);
    }

    private static String code(ErrorDeskBuilder desk, Throwable failure) {
        return desk.build().report(failure, Locale.ENGLISH).code();
    }

    @FailsWith(failureClass = FailureClass.CONFLICT, code = "OUT_OF_STOCK")
    private static final class OutOfStock extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
