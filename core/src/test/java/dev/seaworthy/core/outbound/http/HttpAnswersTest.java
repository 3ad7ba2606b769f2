// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.outbound.door.Refusal;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswersTest {

    private static final HttpAnswers ANSWERS =
            new HttpAnswers(List.of(new Refusal(402, "CARD_DECLINED", 409)), TimeSource.system());

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 204, 301, 304, 399})
    void whatIsBelow400IsNoFailure(int status) {
        assertThat(ANSWERS.classify(status, "5")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 408, 425, 500, 503, 504, 599})
    void theErrorDesksTableIsTheOnlyOne(int status) {
        assertThat(ANSWERS.classify(status, null)).isEqualTo(UpstreamFailures.answered(status, null, Instant.EPOCH));
    }

    @Test
    void aRefusalThatTheAppDeclaredIsToldInItsWords() {
        Classification refused = ANSWERS.classify(402, null);
        assertThat(refused).isNotNull();
        assertThat(refused.failureClass()).isEqualTo(FailureClass.BUSINESS_REFUSAL);
        assertThat(refused.code()).isEqualTo("CARD_DECLINED");
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void whoAsksToSlowDownIsLeftAloneAsLongAsItSaysOrForAMoment() {
        assertThat(ANSWERS.classify(429, "5"))
                .isEqualTo(Classification.of(FailureClass.UPSTREAM_THROTTLED).withRetryAfter(Duration.ofSeconds(5)));
        assertThat(ANSWERS.classify(429, "whenever"))
                .isEqualTo(Classification.of(FailureClass.UPSTREAM_THROTTLED).withRetryAfter(HttpAnswers.UNSAID));
    }
}
