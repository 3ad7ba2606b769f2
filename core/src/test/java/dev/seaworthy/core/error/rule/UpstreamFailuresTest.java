// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamFailuresTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "400, UPSTREAM_REFUSED",
        "401, UPSTREAM_REFUSED",
        "404, UPSTREAM_REFUSED",
        "422, UPSTREAM_REFUSED",
        "408, NO_CERTAIN_ANSWER",
        "425, NO_CERTAIN_ANSWER",
        "429, UPSTREAM_THROTTLED",
        "500, NO_CERTAIN_ANSWER",
        "503, NO_CERTAIN_ANSWER",
        "599, NO_CERTAIN_ANSWER",
        "302, NO_CERTAIN_ANSWER",
    })
    void anErrorStatusIsTheServicesNeverOurs(int status, FailureClass expected) {
        assertThat(UpstreamFailures.answered(status, null, NOW)).isEqualTo(Classification.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17",
        "0, 0",
        "' 3 ', 3",
        "999999999, 86400",
        "'Wed, 25 Nov 2026 10:00:42 GMT', 42",
        "'Wed, 25 Nov 2026 09:00:00 GMT', 0",
        "'Wed, 25 Nov 2099 10:00:00 GMT', 86400",
    })
    void aHintIsReadInBothForms(String header, long seconds) {
        for (int status : new int[] {408, 425, 429, 500, 503}) {
            assertThat(UpstreamFailures.answered(status, header, NOW).retryAfter())
                    .isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(UpstreamFailures.answered(404, header, NOW).retryAfter()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "1.5", "9999999999", "Wed, 25 Nov 2026", "٣"})
    void aHintThatCannotBeReadIsNone(String header) {
        assertThat(UpstreamFailures.answered(503, header, NOW).retryAfter()).isNull();
        assertThat(UpstreamFailures.answered(429, header, NOW))
                .isEqualTo(Classification.of(FailureClass.UPSTREAM_THROTTLED));
    }

    @Test
    void silenceIsToldApartByWhetherTheRequestLeft() {
        assertThat(UpstreamFailures.silent(new IOException(new ConnectException())))
                .isEqualTo(Classification.of(FailureClass.NOT_SENT));
        assertThat(UpstreamFailures.silent(new IOException(new SocketTimeoutException("Read timed out"))))
                .isEqualTo(Classification.of(FailureClass.NO_CERTAIN_ANSWER)
                        .withStatus(504)
                        .withCode("UPSTREAM_TIMEOUT"));
        assertThat(UpstreamFailures.silent(new SocketException("Connection reset")))
                .isEqualTo(Classification.of(FailureClass.NO_CERTAIN_ANSWER));
    }

    @Test
    void aChainThatNeverEndsIsLookedAtOnlySoFar() {
        IOException first = new IOException();
        first.initCause(new IOException(first));
        assertThat(UpstreamFailures.silent(first)).isEqualTo(Classification.of(FailureClass.NO_CERTAIN_ANSWER));
    }
}
