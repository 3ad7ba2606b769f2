// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStatusesTest {

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST, PROTOCOL_REFUSAL",
        "401, UNAUTHENTICATED, UNAUTHENTICATED",
        "403, FORBIDDEN, FORBIDDEN",
        "404, NOT_FOUND, PROTOCOL_REFUSAL",
        "405, METHOD_NOT_ALLOWED, PROTOCOL_REFUSAL",
        "406, NOT_ACCEPTABLE, PROTOCOL_REFUSAL",
        "408, REQUEST_TIMEOUT, PROTOCOL_REFUSAL",
        "409, CONFLICT, CONFLICT",
        "410, GONE, PROTOCOL_REFUSAL",
        "413, CONTENT_TOO_LARGE, PROTOCOL_REFUSAL",
        "414, URI_TOO_LONG, PROTOCOL_REFUSAL",
        "415, UNSUPPORTED_MEDIA_TYPE, PROTOCOL_REFUSAL",
        "418, HTTP_418, PROTOCOL_REFUSAL",
        "422, VALIDATION_FAILED, PROTOCOL_REFUSAL",
        "429, RATE_LIMITED, RATE_LIMITED",
        "431, HEADERS_TOO_LARGE, PROTOCOL_REFUSAL",
        "500, INTERNAL_ERROR, BUG",
        "501, NOT_IMPLEMENTED, PROTOCOL_REFUSAL",
        "502, UPSTREAM_FAILED, NO_CERTAIN_ANSWER",
        "503, UNAVAILABLE, LOCALLY_REFUSED",
        "504, TIMEOUT, TOO_SLOW",
        "511, HTTP_511, BUG",
    })
    void everyErrorStatusIsItself(int status, String code, FailureClass failureClass) {
        Classification found = HttpStatuses.classify(status);

        assertThat(found.status()).isEqualTo(status);
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.failureClass()).isEqualTo(failureClass);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399, 600, 0, -1, Integer.MAX_VALUE})
    void whatIsNoErrorStatusIsOurBug(int status) {
        assertThat(HttpStatuses.classify(status)).isEqualTo(Classification.of(FailureClass.BUG));
    }

    @Test
    void allErrorStatusesHaveAClassification() {
        for (int status = 400; status < 600; status++) {
            assertThat(HttpStatuses.classify(status).status()).isEqualTo(status);
        }
    }
}
