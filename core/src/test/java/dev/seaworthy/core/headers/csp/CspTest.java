// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.headers.profile.BuiltInProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CspTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            script-src self | got 'self'; put it in single quotes: 'self'
            script-src nonce-abc | put it in single quotes: 'nonce-abc'
            script-src 'nonce-abc' | a fixed nonce can be guessed
            script-src 'slef' | write a host such as https://cdn.example.com
            scrip-src 'self' | has a directive that browsers do not know, got 'scrip-src'; did you mean script-src?
            frobnicate | write for example default-src 'self'
            default-src 'self'; default-src 'none' | names a directive twice
            default-src 'self', script-src 'none' | holds a comma
            default-src 'none' 'self' | browsers pass over 'none' beside others
            default-src | write 'none' if nothing is allowed
            script-src 'strict-dynamic' | add 'nonce-{nonce}'
            frame-ancestors 'unsafe-inline' | only 'self', 'none', schemes and hosts count here
            upgrade-insecure-requests 1 | it stands alone
            sandbox allow-everything | write for example allow-scripts
            report-to two words, | holds a comma
            report-uri javascript:alert(1) | write a path such as /csp-reports
            require-trusted-types-for script | write 'script', in single quotes
            default-src https://exämple.test | holds a character that headers do not carry
            ; | must decide about something""")
    void wrongPolicyIsRefusedInWordsThatHelp(String policy, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csp.parse(policy))
                .withMessageStartingWith("Content-Security-Policy ")
                .withMessageContaining(words);
    }

    @Test
    void sourceCannotSmuggleADirectiveIn() {
        for (String source :
                List.of("https://a.test;script-src", "a.test, b", "'self' *", "", "https://a.test/\n", "*;")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CspSource.host(source));
        }
    }

    @Test
    void whateverIsBuiltIsReadBackAsTheSame() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<CspSource> sources = List.of(
                CspSource.SELF,
                CspSource.NONE,
                CspSource.NONCE,
                CspSource.STRICT_DYNAMIC,
                CspSource.UNSAFE_INLINE,
                CspSource.host("https://cdn.example.com:8443/a/"),
                CspSource.host("*.example.com"),
                CspSource.scheme("data"),
                CspSource.hashOf("alert(1)"));
        int built = 0;
        for (int i = 0; i < 5_000; i++) {
            CspBuilder builder = Csp.builder();
            try {
                for (int d = 0; d < 4; d++) {
                    List<CspSource> some = new ArrayList<>();
                    for (int s = random.nextInt(3); s >= 0; s--) {
                        some.add(sources.get(random.nextInt(sources.size())));
                    }
                    CspDirective directive = CspDirective.values()[random.nextInt(CspDirective.values().length)];
                    builder.allow(directive, some.toArray(CspSource[]::new));
                }
            } catch (IllegalArgumentException refused) {
                continue;
            }
            Csp policy = builder.build();
            assertThat(Csp.parse(policy.text())).as("seed %s", seed).isEqualTo(policy);
            built++;
        }
        assertThat(built).isGreaterThan(50);
    }

    @Test
    void nonceStandsWhereverItBelongs() {
        Csp policy = Csp.parse("script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'nonce-{nonce}'");
        assertThat(policy.hasNonce()).isTrue();
        assertThat(policy.text("abc")).isEqualTo("script-src 'nonce-abc' 'strict-dynamic'; style-src 'nonce-abc'");
        assertThat(Csp.parse("default-src 'none'").text("abc")).isEqualTo("default-src 'none'");
    }

    @Test
    void lintKnowsTheClassicWaysAround() {
        assertLint("img-src 'self'", "script-src is missing", "object-src lets plug-ins load anything");
        assertLint("script-src 'unsafe-inline'", "'unsafe-inline'");
        assertLint("script-src 'self' 'unsafe-eval'", "'unsafe-eval'", "allows 'self'");
        assertLint("script-src https:", "scripts of anybody run");
        assertLint("script-src *", "scripts of anybody run");
        assertLint("script-src data:", "scripts of anybody run");
        assertLint("script-src http://cdn.example.com", "anybody on the way can change");
        assertLint("script-src https://*.example.com", "every host that matches");
        assertLint("script-src https://ajax.googleapis.com", "run whatever they are told");
        assertLint("script-src 'nonce-{nonce}'", "base-uri is missing");
        assertLint("default-src 'self'", "form-action is missing", "frame-ancestors is missing");
        assertLint("default-src 'none'; report-uri /a", "report-to is missing");
    }

    @Test
    void lintFindsNothingAboutTheStrictProfiles() {
        for (BuiltInProfile profile : List.of(BuiltInProfile.API, BuiltInProfile.HTML_STRICT)) {
            assertThat(CspLint.of(profile.profile().enforced().orElseThrow()))
                    .as(profile.word())
                    .isEmpty();
        }
    }

    private static void assertLint(String policy, String... words) {
        String findings = CspLint.of(Csp.parse(policy)).toString();
        assertThat(findings).as(policy).contains(Arrays.asList(words));
    }
}
