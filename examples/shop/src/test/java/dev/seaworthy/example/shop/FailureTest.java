// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.LogEvents;
import dev.seaworthy.test.ProblemAssert;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest extends ShopTest {

    private static final String ERRORS = "dev.seaworthy.error";

    @ParameterizedTest
    @CsvSource({
        "runtime, 500, INTERNAL_ERROR",
        "checked, 500, INTERNAL_ERROR",
        "error, 500, INTERNAL_ERROR",
        "filter, 500, INTERNAL_ERROR",
        "send-error, 418, HTTP_418",
        "async, 500, INTERNAL_ERROR",
        "async-timeout, 503, TIMEOUT",
        "db-unique, 409, UNIQUE_VIOLATION",
        "db-down, 503, DATABASE_UNAVAILABLE",
        "upstream-401, 502, UPSTREAM_REFUSED",
        "no-such-kind, 404, NOT_FOUND",
    })
    void everyKindIsToldInOneShapeAndLoggedOnce(String kind, int status, String code) {
        try (LogEvents log = LogEvents.capture(ERRORS)) {
            Answer answer = shop.get("/demo/fail/" + kind, "X-Correlation-Id", "failure-" + kind);

            answer.isProblem(status).hasCode(code).hasCorrelationId("failure-" + kind);
            assertThat(log.all().stream().filter(event -> event.logger().equals(ERRORS)))
                    .singleElement()
                    .satisfies(event -> assertThat(answer.body()).contains(event.value("error.id")));
            // The container's own loggers would tell it a second time.
            assertThat(log.all()).filteredOn(event -> event.throwable() != null).hasSizeLessThanOrEqualTo(1);
            assertThat(answer.body())
                    .doesNotContainIgnoringCase("exception", "java.", "product", "kettle", "price-list", "localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"async-timeout", "db-down"})
    void whatPassesSaysWhenToComeBack(String kind) {
        assertThat(shop.get("/demo/fail/" + kind).header("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9]\\d*"));
    }

    @Test
    void anAnswerThatBrokeHalfwayIsCutAndLoggedOnce() {
        try (LogEvents log = LogEvents.capture(ERRORS)) {
            int mark = log.mark();
            RawAnswer answer = new RawHttp(shop.shop(), Duration.ofSeconds(10))
                    .exchange("GET /demo/fail/committed HTTP/1.1\r\nHost: localhost\r\n\r\n", false);

            assertThat(answer.end()).isEqualTo(RawAnswer.End.CUT_OFF);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("the first half of the report\n");
            assertThat(log.await(mark, event -> event.logger().equals(ERRORS), Duration.ofSeconds(5)))
                    .isTrue();
            assertThat(log.since(mark))
                    .filteredOn(event -> event.throwable() != null)
                    .hasSize(1);
        }
    }

    @Test
    void aRequestThatNoBrowserSendsIsRefusedInTheSameShape() {
        RawAnswer answer = new RawHttp(shop.shop(), Duration.ofSeconds(10))
                .exchange("GET /{ HTTP/1.1\r\nHost: localhost\r\n\r\n", false);

        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        ProblemAssert.assertThat(answer.body()).hasStatus(400).hasCode("BAD_REQUEST");
    }
}
