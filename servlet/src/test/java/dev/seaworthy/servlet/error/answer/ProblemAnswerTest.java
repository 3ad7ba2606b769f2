// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemAnswerTest {

    private static final List<String> BROWSER = List.of("text/html");

    private static Problem problem(Classification classification, String detail) {
        return new Problem(
                URI.create("urn:seaworthy:problem:X1"),
                "It's <b>\"over\"</b> & out",
                detail,
                URI.create("urn:uuid:0198"),
                "0198",
                "correlation-1",
                Locale.forLanguageTag("de-CH"),
                classification);
    }

    @Test
    void pageEscapesAllTextAndTellsTheIds() {
        ProblemAnswer page = ProblemAnswer.of(
                problem(Classification.of(FailureClass.CONFLICT), "<script>alert(1)</script>"), BROWSER);

        assertThat(page.headers()).containsEntry("Content-Type", "text/html;charset=utf-8");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"de-CH\">")
                .contains("It&#39;s &lt;b&gt;&quot;over&quot;&lt;/b&gt; &amp; out")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("urn:uuid:0198", "correlation-1", "CONFLICT")
                .doesNotContain("<script", "<b>", "http");
    }

    @Test
    void pageOfOurOwnFailureTellsNoDetail() {
        assertThat(ProblemAnswer.of(problem(Classification.of(FailureClass.BUG), "inner secrets"), BROWSER)
                        .body())
                .doesNotContain("inner secrets");
    }

    @Test
    void everybodyElseGetsJsonWithoutACharset() {
        ProblemAnswer json =
                ProblemAnswer.of(problem(Classification.of(FailureClass.CONFLICT), null), List.of("application/xml"));

        assertThat(json.status()).isEqualTo(409);
        assertThat(json.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Content-Language", "de-CH")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("Retry-After");
        assertThat(json.body()).startsWith("{").contains("\"status\":409");
    }

    @Test
    void retryAfterIsRoundedUpAndNeverNegative() {
        assertThat(retryAfter(Duration.ofMillis(1))).isEqualTo("1");
        assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo("2");
        assertThat(retryAfter(Duration.ofMillis(2_001))).isEqualTo("3");
        assertThat(retryAfter(Duration.ofSeconds(-7))).isEqualTo("0");
    }

    private static String retryAfter(Duration wait) {
        Classification limited = Classification.of(FailureClass.RATE_LIMITED).withRetryAfter(wait);
        return ProblemAnswer.of(problem(limited, null), List.of()).headers().get("Retry-After");
    }

    @Test
    void headersOfTheClassificationAreSent() {
        Classification refusal =
                Classification.of(FailureClass.UNAUTHENTICATED).withHeader("WWW-Authenticate", "Basic");

        assertThat(ProblemAnswer.of(problem(refusal, null), List.of()).headers())
                .containsEntry("WWW-Authenticate", "Basic");
    }

    @Test
    void varyKeepsWhatIsThereAndAddsWhatIsMissing() {
        assertThat(ProblemAnswer.vary(List.of())).isEqualTo("Accept, Accept-Language");
        assertThat(ProblemAnswer.vary(List.of("Origin , accept-language", ",")))
                .isEqualTo("Origin, accept-language, Accept");
        assertThat(ProblemAnswer.vary(List.of("*"))).isEqualTo("*");
    }
}
