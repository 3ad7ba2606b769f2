// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = Redactor.withDefaults();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login failed, password=hunter2, user=ada|login failed, password=***, user=ada",
                "{\"user\":\"ada\",\"password\":\"hun\\\"ter2\",\"n\":1}|{\"user\":\"ada\",\"password\":\"***\",\"n\":1}",
                "{\\\"apiKey\\\":\\\"abc\\\",\\\"n\\\":1}|{\\\"apiKey\\\":\\\"***\\\",\\\"n\\\":1}",
                "{'client_secret': 'abc'}|{'client_secret': '***'}",
                "tokens=[abc, def], n=1|tokens=[***], n=1",
                "GET /x?access_token=abc&page=2|GET /x?access_token=***&page=2",
                "Authorization: Digest username=\"a\", response=\"b\"|Authorization: ***",
                "Cookie: SESSION=abc; theme=dark|Cookie: ***",
                "Set-Cookie: SESSION=abc; Path=/|Set-Cookie: ***",
                "authorization=Bearer abc, accept=json|authorization=***, accept=json",
                "<password>hunter2</password><user>ada</user>|<password>***</password><user>ada</user>",
                "X-API-Key : abc def|X-API-Key : *** def",
                "pin: 1234|pin: ***",
                "jdbc:postgresql://shop:hun@ter2@db/shop|jdbc:postgresql://shop:***@db/shop",
                "password=hunter2|password=***",
                "password==abc|password==***",
            })
    void secretsThatANameAnnouncesAreMasked(String text, String masked) {
        assertThat(redactor.text(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "378282246310005",
                "30569309025904",
                "6011111111111117",
                "5555555555554444",
                "2223003122003222",
                "3530111333300000",
                "4222222222222",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0",
                "AKIAIOSFODNN7EXAMPLE",
                "ASIAIOSFODNN7EXAMPLE",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "xoxb-123456789012-abcdefghijkl",
                "glpat-ABCdefGHIjklMNOpqrST",
            })
    void secretsAreKnownByTheirLooks(String secret) {
        for (String around : new String[] {"%s", "card %s.", "a=%s;", "(%s)", "\"%s\"", "x\n%s\n"}) {
            assertThat(redactor.text(String.format(around, secret))).isEqualTo(String.format(around, Redact.MASK));
        }
    }

    @Test
    void aCardNumberIsFoundBehindANumberBesideIt() {
        assertThat(redactor.text("1 4111 1111 1111 1111 7")).isEqualTo("1 *** 7");
        assertThat(redactor.text("pan4111111111111111")).isEqualTo("pan***");
    }

    @Test
    void credentialsBehindASchemeAreMaskedAndWordsAreNot() {
        assertThat(redactor.text("got Bearer mF_9.B5f-4.1JqM here")).isEqualTo("got Bearer *** here");
        assertThat(redactor.text("curl -H basic dXNlcjpwYXNz")).isEqualTo("curl -H basic ***");
        assertThat(redactor.text("Basic Authentication and bearer authentication"))
                .isEqualTo("Basic Authentication and bearer authentication");
    }

    @Test
    void aPrivateKeyIsMaskedToItsEndOrToTheEndOfTheText() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nAAAA\n-----END RSA PRIVATE KEY-----";
        assertThat(redactor.text("a " + key + " b"))
                .isEqualTo("a -----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY----- b");
        assertThat(redactor.text(key.substring(0, 45))).isEqualTo("-----BEGIN RSA PRIVATE KEY-----***");
        assertThat(redactor.text("-----BEGIN CERTIFICATE-----\nMIIE\n"))
                .isEqualTo("-----BEGIN CERTIFICATE-----\nMIIE\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 4711 placed in 12 ms at 2026-11-25T01:38:00.123Z",
                "1763999880123 and 1234567890123456",
                "trace 4bf92f4111111111111111a3ce929d0e",
                "at dev.seaworthy.Shop.order(Shop.java:42)",
                "4111111111111112",
                "passwordLength=8 token-count: 3 cookie.same-site=lax",
                "https://example.com:8080/a@b",
                "eyJ.eyJ.eyJ",
                "password=null",
                "key=value, primaryKey=7",
                "",
            })
    void whatIsNoSecretComesBackAsTheSameObject(String text) {
        assertThat(redactor.text(text)).isSameAs(text);
    }

    @Test
    void valuesAreMaskedByTheirNameOrByWhatTheyAre() {
        assertThat(redactor.value("X-Api-Key", "abc")).isEqualTo("***");
        assertThat(redactor.value("note", "card 4111111111111111")).isEqualTo("card ***");
        assertThat(redactor.value("note", "tea")).isEqualTo("tea");
    }

    @Test
    void theAppNamesItsOwnSecretsAndEmailsOnRequest() {
        Redactor own = new Redactor(new RedactSettings(Set.of("customer-number"), true, null));

        assertThat(own.text("customerNumber=12 customer_number: 13"))
                .isEqualTo("customerNumber=*** customer_number: ***");
        assertThat(own.text("mail ada@example.com.")).isEqualTo("mail ***.");
        assertThat(own.text("a @ b and @Override")).isEqualTo("a @ b and @Override");
        assertThat(redactor.text("mail ada@example.com")).isEqualTo("mail ada@example.com");
    }

    @Test
    void aKeyedHashJoinsEqualSecretsWithoutTellingThem() {
        Redactor hashing = new Redactor(new RedactSettings(Set.of(), false, "0123456789abcdef"));
        Redactor otherKey = new Redactor(new RedactSettings(Set.of(), false, "fedcba9876543210"));
        String first = hashing.text("password=hunter2");

        assertThat(first).matches("password=\\*\\*\\*#[0-9a-f]{12}");
        assertThat(hashing.text("pwd: hunter2")).endsWith(first.substring(first.indexOf('#')));
        assertThat(otherKey.text("password=hunter2")).isNotEqualTo(first);
        assertThat(hashing.text(first)).doesNotContain("hunter2");
    }

    @Test
    void settingsTeachAndKeepTheirKeyToThemselves() {
        assertThatThrownBy(() -> new RedactSettings(Set.of(), false, "short"))
                .hasMessage(
                        "redaction hash key must have at least 16 characters, got '5' of them; write a longer random"
                                + " one, or leave it out");
        assertThatThrownBy(() -> new RedactSettings(Set.of("--"), false, null))
                .hasMessage("secret name must have a letter or digit, got '--'; write for example customerNumber");
        assertThat(new RedactSettings(Set.of(), false, "0123456789abcdef").toString())
                .doesNotContain("0123456789");
    }

    @Test
    void namesAreRememberedUpToACap() {
        Redactor fresh = new Redactor(RedactSettings.withDefaults());
        IntStream.range(0, 10 * Redactor.MAX_KNOWN_NAMES).forEach(i -> fresh.isSecretName("name" + i));

        assertThat(fresh.knownNames()).isEqualTo(Redactor.MAX_KNOWN_NAMES);
        assertThat(fresh.isSecretName("password")).isTrue();
    }
}
