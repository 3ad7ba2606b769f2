// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorPropertyTest {

    private static final int ROUNDS = 20_000;
    private static final List<String> NAMES = List.of(
            "password", "api_key", "X-Api-Key", "clientSecret", "access_token", "db.password", "JSESSIONID", "pwd");
    private static final List<String> WORDS = List.of(
            "order ", "\"n\":1,", "{", "} ", "GET /a?b=c ", "\n\tat a.B.c(B.java:1) ", "🫖 ", "12 ", "=", ": ", "ms, ");

    private final Redactor redactor = Redactor.withDefaults();

    @Test
    void noSecretSurvivesWhateverStandsAroundIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Function<Random, String[]>> kinds = List.of(
                RedactorPropertyTest::named,
                RedactorPropertyTest::json,
                r -> new String[] {card(r), ""},
                r -> new String[] {jwt(r), ""},
                r -> pair("Bearer ", token(r, 24)),
                r -> pair(
                        "AKIA", token(r, 16).toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]", "Q")));
        for (int round = 0; round < ROUNDS; round++) {
            String[] secret = kinds.get(random.nextInt(kinds.size())).apply(random);
            String hidden = secret[1].isEmpty() ? secret[0] : secret[1];
            String text = noise(random) + ' ' + secret[0] + ' ' + noise(random);
            assertThat(redactor.text(text)).as("seed %d, text %s", seed, text).doesNotContain(hidden);
        }
    }

    @Test
    void maskingTwiceIsMaskingOnce() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String once = redactor.text(noise(random) + named(random)[0] + ' ' + card(random) + noise(random));
            assertThat(redactor.text(once)).as("seed %d", seed).isEqualTo(once);
        }
    }

    /** Quadratic work on a million characters would not end within the build. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ", "eyJaaaaaaaaaa.", "4", "4111 ", ":", "=", "password=", "\"password\":\"", "Bearer ",
                        "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----", "://a:b", "a@", "AKIA", "<password>", "[", "tokens=[", "\\\"", "sk-",
                        "passwordpassword"
            })
    void noTextIsSlow(String piece) {
        Redactor all = new Redactor(new RedactSettings(java.util.Set.of("own"), true, null));

        assertThat(all.text(piece.repeat(1_000_000 / piece.length()))).isNotNull();
    }

    private static String[] pair(String before, String secret) {
        return new String[] {before + secret, secret};
    }

    private static String[] named(Random random) {
        return pair(NAMES.get(random.nextInt(NAMES.size())) + (random.nextBoolean() ? "=" : ": "), token(random, 12));
    }

    private static String[] json(Random random) {
        String secret = token(random, 12) + ", \\\" " + token(random, 4);
        return new String[] {"\"" + NAMES.get(random.nextInt(NAMES.size())) + "\" : \"" + secret + "\"", secret};
    }

    private static String token(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return "Z9"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length - 2);
    }

    private static String jwt(Random random) {
        return "eyJ" + token(random, 20) + '.' + token(random, 30) + '.' + token(random, 20);
    }

    static String card(Random random) {
        StringBuilder digits =
                new StringBuilder(List.of("4", "51", "37", "6011").get(random.nextInt(4)));
        int length = digits.charAt(0) == '3' ? 15 : 16;
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        digits.append((10 - sum % 10) % 10);
        if (length == 16 && random.nextBoolean()) {
            String gap = random.nextBoolean() ? " " : "-";
            digits.insert(12, gap).insert(8, gap).insert(4, gap);
        }
        return digits.toString();
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            noise.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return noise.toString();
    }
}
