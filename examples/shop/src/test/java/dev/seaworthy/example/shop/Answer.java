// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.ProblemAssert;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        return JSON.readTree(body());
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Checks that it is a problem in the one shape, with the correlation id of its header. */
    ProblemAssert isProblem(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        return ProblemAssert.assertThat(body())
                .hasStatus(status)
                .hasCorrelationId(header("X-Correlation-Id").orElse("(no X-Correlation-Id header)"));
    }
}
