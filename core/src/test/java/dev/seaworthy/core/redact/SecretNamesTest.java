// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "X-Amz-Authorization",
                "Cookie",
                "Set-Cookie",
                "cookie2",
                "sessionCookie",
                "apiKey",
                "api-key",
                "api_key",
                "API KEY",
                "apikey",
                "X-API-Key",
                "stripe.apikey",
                "Ocp-Apim-Subscription-Key",
                "x-functions-key",
                "AWS_SECRET_ACCESS_KEY",
                "aws.accessKeyId",
                "password",
                "PassWord",
                "spring.datasource.password",
                "DBPassword",
                "dbpassword",
                "password1",
                "passwd",
                "pwd",
                "userpwd",
                "DB_PASS",
                "passphrase",
                "key-store-password",
                "client-secret",
                "clientSecret",
                "secrets.github",
                "token",
                "tokens",
                "access_token",
                "accesstoken",
                "ACCESSTOKEN",
                "refreshTokens",
                "X-CSRF-TOKEN",
                "xsrf",
                "id_token",
                "token.slack",
                "credential",
                "credentials",
                "private key",
                "private_key",
                "privateKeyPem",
                "signing.key",
                "JSESSIONID",
                "PHPSESSID",
                "session-id",
                "X-Auth",
                "basic-auth",
                "jwt",
                "otp",
                "card.cvc",
                "pin"
            })
    void isSecret(String name) {
        assertThat(Redact.isSecretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "---",
                "name",
                "tokenCount",
                "token_count",
                "maxTokens",
                "total-tokens",
                "json.max-tokens",
                "token-budget",
                "tokenizer",
                "tokenType",
                "token-uri",
                "tokenEndpoint",
                "authorization-uri",
                "password-length",
                "passwordPolicy",
                "password-encoder",
                "api-key-enabled",
                "secret-rotation-interval",
                "cookie.same-site",
                "cookie.http-only",
                "cookie.max-age",
                "cookie-name",
                "idempotency-key",
                "public-key",
                "primaryKey",
                "partition-key",
                "key",
                "passenger",
                "passport",
                "bypass",
                "author",
                "authority",
                "authenticated",
                "secretary",
                "spinner",
                "pinned",
                "monkey",
                "invalid-status",
                "accepted-headers"
            })
    void isNoSecret(String name) {
        assertThat(Redact.isSecretName(name)).isFalse();
    }

    @Test
    void turkishMachinesTellTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Redact.isSecretName("CREDENTIAL")).isTrue();
            assertThat(Redact.isSecretName("API_KEY")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }
}
