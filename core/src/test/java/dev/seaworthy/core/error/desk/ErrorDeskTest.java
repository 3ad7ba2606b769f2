// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.error.text.AnswerLanguage;
import dev.seaworthy.core.error.text.BundleTexts;
import dev.seaworthy.core.error.text.LocalizedText;
import dev.seaworthy.core.error.text.ProblemTexts;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErrorDeskTest {

    private static final Classification INVALID = Classification.of(FailureClass.INPUT_INVALID);

    private final ErrorDesk desk = ErrorDesk.builder().build();

    @Test
    void aBugIsToldInGeneralWordsOnly() {
        Problem problem = desk.report(new IllegalStateException("password hunter2 at db-7.internal"), Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(problem.title()).isEqualTo("Something went wrong on our side");
        assertThat(problem.detail()).isNull();
        assertThat(problem.toJson()).doesNotContain("hunter2", "internal", "IllegalState");
    }

    @Test
    void fromFiveHundredOnDetailAndErrorsStayInside() {
        Classification talkative = Classification.of(FailureClass.UPSTREAM_REFUSED)
                .withDetail("payments said no")
                .withErrors(List.of(new FieldError(FieldError.In.BODY, "/card", "BAD", "no", Map.of())))
                .withHeader("Retry-After", "9");

        Problem problem = desk.refuse(talkative, Locale.ENGLISH);

        assertThat(problem.detail()).isNull();
        assertThat(problem.classification().errors()).isEmpty();
        assertThat(problem.classification().headers()).containsEntry("Retry-After", "9");
    }

    @Test
    void underFiveHundredTheClientLearnsWhatToDo() {
        Classification stock = Classification.of(FailureClass.CONFLICT)
                .withCode("OUT_OF_STOCK")
                .withDetail("Only 3 left");

        Problem problem = desk.report(new ProblemException(stock, "sku TEA-1"), Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).isEqualTo("Only 3 left");
        assertThat(problem.type()).isEqualTo(URI.create("urn:seaworthy:problem:OUT_OF_STOCK"));
        assertThat(problem.title()).isEqualTo("The request conflicts with what is already there");
    }

    @Test
    void theErrorIdIsNewEachTimeAndSortsByTime() {
        ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
        ErrorDesk timed = ErrorDesk.builder().time(time).build();

        Problem first = timed.refuse(INVALID, Locale.ENGLISH);
        time.advance(Duration.ofMillis(1));
        Problem second = timed.refuse(INVALID, Locale.ENGLISH);

        UUID id = UUID.fromString(first.errorId());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.now().toEpochMilli() - 1);
        assertThat(first.errorId()).isLessThan(second.errorId());
        assertThat(first.instance()).isEqualTo(URI.create("urn:uuid:" + first.errorId()));
    }

    @Test
    void theRandomBitsOfTheIdAreAllUsed() {
        ManualTime time = new ManualTime(Instant.EPOCH);

        assertThat(new ErrorIds(time, () -> 0).next()).isEqualTo("00000000-0000-7000-8000-000000000000");
        assertThat(new ErrorIds(time, () -> -1).next()).isEqualTo("00000000-0000-7fff-bfff-ffffffffffff");
    }

    @Test
    void theCorrelationIdIsThatOfTheOpenScope() {
        Correlation correlation = new Correlation(new CorrelationId("order-4711"), null, null);

        try (CorrelationScope scope = correlation.open()) {
            assertThat(desk.refuse(INVALID, Locale.ENGLISH).correlationId()).isEqualTo("order-4711");
        }
        assertThat(desk.refuse(INVALID, Locale.ENGLISH).correlationId()).isNull();
    }

    @Test
    void theLanguageIsTheOneOfTheTitle() {
        assertThat(desk.refuse(HttpStatuses.classify(404), Locale.GERMANY)).satisfies(problem -> {
            assertThat(problem.title()).isEqualTo("Unter dieser Adresse gibt es nichts");
            assertThat(problem.language()).isEqualTo(Locale.GERMAN);
        });
        assertThat(desk.refuse(HttpStatuses.classify(404), Locale.JAPAN).language())
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theFirstWantedLanguageThatThereIsATitleInIsSpoken() {
        Classification missing = HttpStatuses.classify(404);
        assertThat(desk.refuse(missing, List.of(Locale.FRENCH, Locale.GERMAN)).language())
                .isEqualTo(Locale.GERMAN);
        assertThat(desk.refuse(missing, List.of(Locale.FRENCH, Locale.UK, Locale.GERMAN))
                        .language())
                .isEqualTo(Locale.ENGLISH);
        assertThat(desk.refuse(missing, List.of(Locale.FRENCH)).language()).isEqualTo(Locale.ENGLISH);
        assertThat(desk.refuse(missing, List.<Locale>of()).language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void rulesAreToldTheLanguageOfTheTitleThatTheirFindingGets() {
        ProblemTexts french = (key, wanted) -> key.equals("problem.SOLD_OUT.title") && wanted.equals(Locale.FRENCH)
                ? new LocalizedText("\u00c9puis\u00e9", Locale.FRENCH)
                : null;
        FailureRule worded = link -> Classification.of(FailureClass.INPUT_INVALID)
                .withCode(link instanceof IllegalStateException ? "SOLD_OUT" : "VALIDATION_FAILED")
                .withErrors(List.of(new FieldError(
                        FieldError.In.BODY, "/sku", "SKU", "said in " + AnswerLanguage.current(), Map.of())));
        ErrorDesk own = ErrorDesk.builder().texts(french).rule(worded).build();
        List<Locale> wanted = List.of(Locale.FRENCH, Locale.GERMAN);

        Problem soldOut = own.report(new IllegalStateException(), wanted);
        Problem invalid = own.report(new IllegalArgumentException(), wanted);

        assertThat(soldOut.language()).isEqualTo(Locale.FRENCH);
        assertThat(soldOut.classification().errors())
                .extracting(FieldError::message)
                .containsExactly("said in fr");
        assertThat(invalid.language()).isEqualTo(Locale.GERMAN);
        assertThat(invalid.classification().errors())
                .extracting(FieldError::message)
                .containsExactly("said in de");
        assertThat(AnswerLanguage.current()).isNull();
    }

    @Test
    void theAppsOwnTextsComeFirstAndAllOfAProblemIsInOneLanguage() {
        ErrorDesk own = ErrorDesk.builder()
                .texts(BundleTexts.of(
                        "dev.seaworthy.core.error.text.app", getClass().getClassLoader()))
                .build();
        Classification stock = Classification.of(FailureClass.CONFLICT).withCode("OUT_OF_STOCK");

        assertThat(own.refuse(stock, Locale.ENGLISH).detail()).isEqualTo("Come back tomorrow");
        assertThat(own.refuse(stock, Locale.GERMAN).title()).isEqualTo("Ausverkauft");
        assertThat(own.refuse(stock, Locale.GERMAN).detail()).isNull();
        assertThat(own.refuse(HttpStatuses.classify(404), Locale.GERMAN).title())
                .startsWith("Unter");
    }

    @Test
    void missingMessagesOfFieldsAreFilledInWithTheirParameters() {
        ErrorDesk own = ErrorDesk.builder()
                .texts(BundleTexts.of(
                        "dev.seaworthy.core.error.text.app", getClass().getClassLoader()))
                .build();
        Classification found = INVALID.withErrors(List.of(
                new FieldError(FieldError.In.QUERY, "/page", "ODD", "", Map.of("min", "{max}", "max", 3)),
                new FieldError(FieldError.In.QUERY, "/size", "NO_SUCH_CODE", "", Map.of()),
                new FieldError(FieldError.In.QUERY, "/sort", "ODD", "says who", Map.of())));

        assertThat(own.refuse(found, Locale.ENGLISH).classification().errors())
                .extracting(FieldError::message)
                .containsExactly("must be odd, at least {max} and not {unknown} {", "is not acceptable", "says who");
        assertThat(own.refuse(found, Locale.GERMAN).classification().errors())
                .extracting(FieldError::message)
                .containsExactly("ist nicht zulässig", "ist nicht zulässig", "says who");
    }

    @Test
    void oneSettingDecidesTheStatusOfInvalidInput() {
        ErrorDesk four =
                ErrorDesk.builder().settings(new ErrorSettings(null, 400)).build();

        assertThat(four.refuse(INVALID, Locale.ENGLISH).status()).isEqualTo(400);
        assertThat(desk.refuse(INVALID.withStatus(400), Locale.ENGLISH).status())
                .isEqualTo(422);
        assertThat(four.refuse(INVALID.withStatus(409), Locale.ENGLISH).status())
                .isEqualTo(409);
        assertThat(four.refuse(HttpStatuses.classify(422), Locale.ENGLISH).status())
                .isEqualTo(422);
    }

    @Test
    void typesLiveUnderTheBaseAndRegisteredOnesAtIana() {
        ErrorDesk based = ErrorDesk.builder()
                .settings(new ErrorSettings(URI.create("https://api.example.com/"), 422))
                .build();

        assertThat(based.refuse(INVALID, Locale.ENGLISH).type())
                .isEqualTo(URI.create("https://api.example.com/problems/VALIDATION_FAILED"));
        assertThat(based.refuse(Classification.of(FailureClass.PROTOCOL_REFUSAL).withCode("OHTTP_KEY"), Locale.ENGLISH)
                        .type())
                .isEqualTo(URI.create("https://iana.org/assignments/http-problem-types#ohttp-key"));
    }

    @Test
    void failuresAreCountedByTheirClass() {
        Telemetry telemetry = new Telemetry();
        ErrorDesk counting = ErrorDesk.builder().telemetry(telemetry).build();

        counting.refuse(INVALID, Locale.ENGLISH);
        counting.refuse(INVALID, Locale.ENGLISH);
        counting.report(new IllegalStateException(), Locale.ENGLISH);

        assertThat(telemetry.totals())
                .containsEntry("seaworthy.error{class=INPUT_INVALID}", 2L)
                .containsEntry("seaworthy.error{class=BUG}", 1L)
                .doesNotContainKey("seaworthy.error.helper_failed");
    }

    @Test
    void whoKnowsBetterThanTheClassifierIsBelieved() {
        Problem problem = desk.report(
                new IllegalStateException("late"), Classification.of(FailureClass.TOO_SLOW), Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.classification().retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }
}
