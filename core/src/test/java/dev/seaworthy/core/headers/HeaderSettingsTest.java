// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderSettingsTest {

    private static final HeaderProfile ANY = BuiltInProfile.DOCS_UI.profile();

    @ParameterizedTest
    @CsvSource({
        "text/html, DOCUMENT",
        "TEXT/HTML; charset=utf-8, DOCUMENT",
        "application/xhtml+xml ;q=1, DOCUMENT",
        "application/json, DATA",
        "application/problem+json;charset=utf-8, DATA",
        "application/vnd.api+json, DATA",
        "text/event-stream, DATA",
        "text/plain, DATA",
        "text/htmlx, ASSET",
        "image/svg+xml, ASSET",
        "text/javascript, ASSET",
        "application/pdf, ASSET",
        "'', ASSET",
    })
    void typeSaysWhatAnAnswerIs(String type, AnswerKind kind) {
        assertThat(AnswerKind.of(type)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "document, '', DOCUMENT", "iframe, '', DOCUMENT", "empty, 'text/html', DATA", "image, '', ASSET",
        "worker, '', ASSET", "'', 'text/html,*/*', DOCUMENT", "'', '*/*', DATA", "'', '', DATA",
    })
    void requestSaysWhatIsProbablyWanted(String destination, String accept, AnswerKind kind) {
        assertThat(AnswerKind.asked(destination, accept)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, /docs, true", "/docs, /docs/, false", "/docs/**, /docs, true", "/docs/**, /docs/a/b, true",
        "/docs/**, /docsx, false", "/docs/*, /docs/a, true", "/docs/*, /docs/a/b, false", "/docs/*, /docs/, false",
        "/**, /, true", "/**, /a, true", "/, /, true", "/, /a, false",
    })
    void pathMatchesWhole(String pattern, String path, boolean matches) {
        assertThat(new PathRule(pattern, ANY).matches(path)).isEqualTo(matches);
    }

    @Test
    void patternThatIsNoneIsRefused() {
        for (String pattern : new String[] {"docs/**", "/a/**/b", "/a*", "**", "/***"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PathRule(pattern, ANY))
                    .withMessageContaining("got '" + pattern + "'; write for example /docs/**");
        }
    }

    @Test
    void planBecomesStricterOnItsDay() {
        HeaderSettings gentle = HeaderSettings.withDefaults();
        HeaderSettings strict = gentle.withDocument(BuiltInProfile.HTML_STRICT.profile());
        Instant day = Instant.parse("2027-01-01T00:00:00Z");
        ManualTime time = new ManualTime(day.minusSeconds(1));
        HeaderPlan plan = HeaderPlan.phased(Map.of(day.minus(Duration.ofDays(7)), gentle, day, strict), time);
        assertThat(plan.now()).isSameAs(gentle);
        time.advance(Duration.ofSeconds(1));
        assertThat(plan.now()).isSameAs(strict);
        assertThat(plan.last()).isSameAs(strict);
    }
}
