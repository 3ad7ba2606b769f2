// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookSignature signature = WebhookSignature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private final Instant at = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void signsAsTheReferenceDoes() {
        assertThat(signature.sign(ID, at, BODY)).isEqualTo(SIGNED);
        assertThat(signature.matches(ID, AT, SIGNED, BODY, at)).isTrue();
    }

    @Test
    void oneOfSeveralSignaturesIsEnoughSoThatSecretsCanBeChanged() {
        assertThat(signature.matches(ID, AT, "v1,AAAA " + SIGNED, BODY, at)).isTrue();
    }

    @Test
    void whatWasChangedDoesNotMatch() {
        assertThat(signature.matches(ID + "x", AT, SIGNED, BODY, at)).isFalse();
        assertThat(signature.matches(ID, "1614265331", SIGNED, BODY, at)).isFalse();
        assertThat(signature.matches(ID, AT, SIGNED, BODY + " ", at)).isFalse();
        assertThat(signature.matches(ID, AT, SIGNED.replace("v1,", "v2,"), BODY, at))
                .isFalse();
    }

    @Test
    void aRecordedRequestIsOfNoUseLater() {
        Duration most = WebhookSignature.TOLERANCE;
        assertThat(signature.matches(ID, AT, SIGNED, BODY, at.plus(most))).isTrue();
        assertThat(signature.matches(ID, AT, SIGNED, BODY, at.plus(most).plusSeconds(1)))
                .isFalse();
        assertThat(signature.matches(ID, AT, SIGNED, BODY, at.minus(most).minusSeconds(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "99999999999999999999", "9223372036854775807", "1614265330.5"})
    void unreadableTimesDoNotMatch(String timestamp) {
        assertThat(signature.matches(ID, timestamp, SIGNED, BODY, at)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hunter2", "whsec_", "whsec_aHVudGVyMg==", "whsec_***", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void weakSecretsAreRefusedWithoutBeingRepeated(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSignature.of(secret))
                .withMessage("webhook secret must be whsec_ and 24 to 64 random bytes in Base64, got '***' (not shown);"
                        + " write what this prints: echo whsec_$(openssl rand -base64 32)");
    }

    @Test
    void secretsOfTheRightLengthAreTaken() {
        for (int length : new int[] {24, 64}) {
            WebhookSignature.of("whsec_" + Base64.getEncoder().encodeToString(new byte[length]));
        }
        assertThat(signature).hasToString("WebhookSignature[***]");
    }
}
