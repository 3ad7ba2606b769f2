// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.headers.AnswerKind;
import dev.seaworthy.core.headers.HeadersReport;
import dev.seaworthy.core.headers.grade.Algorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderProfileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            X-Frame-Options | ALLOW-FROM https://a.test | name the sites in frame-ancestors
            X-Frame-Options | deny | did you mean DENY?
            X-Content-Type-Options | no-sniff | did you mean nosniff?
            Referrer-Policy | no_referrer | did you mean no-referrer?
            Cross-Origin-Opener-Policy | sameorigin | did you mean same-origin?
            Cross-Origin-Embedder-Policy | yes | write one of require-corp, credentialless, unsafe-none
            X-XSS-Protection | 1; mode=block | write 0
            X-Custom | ~caf\u00e9~ | must be one line of plain ASCII
            Bad Name | x | must be a token
            Content-Security-Policy | default-src 'none' | use enforce, observe or hsts""")
    void wrongValueIsRefusedInWordsThatHelp(String name, String value, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderProfile.builder("own").header(name, value))
                .withMessageContaining("got '")
                .withMessageContaining(words);
    }

    @Test
    void lineEndNeverGetsIntoAHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecurityHeader("X-Custom", "a\r\nSet-Cookie: b"))
                .withMessageContaining("got 'a??Set-Cookie: b'");
    }

    @Test
    void strictProfilesScoreWhatHeadersCanScore() {
        assertThat(score(BuiltInProfile.API, AnswerKind.DATA, Algorithm.V4)).isEqualTo(130);
        assertThat(score(BuiltInProfile.API, AnswerKind.DATA, Algorithm.V6)).isEqualTo(150);
        assertThat(score(BuiltInProfile.HTML_STRICT, AnswerKind.DOCUMENT, Algorithm.V4))
                .isEqualTo(130);
        assertThat(score(BuiltInProfile.HTML_STRICT, AnswerKind.DOCUMENT, Algorithm.V6))
                .isEqualTo(150);
        assertThat(score(BuiltInProfile.HTML_LEGACY, AnswerKind.DOCUMENT, Algorithm.V4))
                .isGreaterThanOrEqualTo(100);
    }

    private static int score(BuiltInProfile profile, AnswerKind kind, Algorithm algorithm) {
        return HeadersReport.grade(profile.profile(), kind, algorithm).score();
    }

    @Test
    void everyProfileIsFoundByItsNameAndSaysNothingAboutHttpsOverHttp() {
        for (BuiltInProfile profile : BuiltInProfile.values()) {
            assertThat(BuiltInProfile.of(profile.word())).isSameAs(profile);
            assertThat(profile.profile().fixed(false).toString())
                    .doesNotContain("Strict-Transport-Security", "upgrade-insecure-requests");
            assertThat(profile.profile().fixed(true).toString()).contains("Strict-Transport-Security");
        }
    }

    @Test
    void reportAddressIsNamedOnceInEachPolicyAndInTheHeaderThatExplainsIt() {
        HeaderProfile profile =
                BuiltInProfile.HTML_OBSERVE.toBuilder().reportTo("/reports").build();
        assertThat(profile.value("reporting-endpoints")).contains("csp=\"/reports\"");
        assertThat(profile.observed().orElseThrow().text()).endsWith("report-uri /reports; report-to csp");
    }

    @Test
    void preloadNeedsWhatTheListNeeds() {
        assertThat(new Hsts(Duration.ofDays(730), true, true).value())
                .isEqualTo("max-age=63072000; includeSubDomains; preload");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hsts(Duration.ofDays(30), true, true))
                .withMessageContaining("got '30d'; include subdomains and write 365d or more");
        assertThatIllegalArgumentException().isThrownBy(() -> new Hsts(Duration.ofSeconds(-1), false, false));
    }

    @Test
    void permissionsAreWrittenAsStructuredFields() {
        assertThat(new PermissionsPolicy(Map.of("camera", List.of()))
                        .allow("geolocation", "self", "https://maps.test")
                        .value())
                .isEqualTo("camera=(), geolocation=(self \"https://maps.test\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermissionsPolicy.withDefaults().allow("camera", "'self'"))
                .withMessageContaining("write self without quotes");
    }
}
