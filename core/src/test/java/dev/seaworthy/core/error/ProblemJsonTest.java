// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {

    @Test
    void membersComeInTheOrderOfTheRfcThenOurs() {
        FieldError quantity = new FieldError(
                FieldError.In.BODY,
                "/items/0/quantity",
                "RANGE",
                "must be from 1 to 100",
                Map.of("min", 1, "max", 100, "inclusive", true, "unit", "piece"));
        Classification found = Classification.of(FailureClass.INPUT_INVALID)
                .withDetail("One value is wrong")
                .withErrors(List.of(quantity));

        assertThat(problem(found, "3f2a9c1e").toJson())
                .isEqualTo("{\"type\":\"urn:seaworthy:problem:VALIDATION_FAILED\",\"title\":\"Invalid\",\"status\":422,"
                        + "\"detail\":\"One value is wrong\",\"instance\":\"urn:uuid:id-1\",\"code\":\"VALIDATION_FAILED\","
                        + "\"correlationId\":\"3f2a9c1e\",\"retryable\":false,\"errors\":[{\"pointer\":\"/items/0/quantity\","
                        + "\"in\":\"body\",\"code\":\"RANGE\",\"message\":\"must be from 1 to 100\","
                        + "\"params\":{\"inclusive\":true,\"max\":100,\"min\":1,\"unit\":\"piece\"}}]}");
    }

    @Test
    void whatIsNotThereIsNotWritten() {
        assertThat(problem(Classification.of(FailureClass.NOT_SENT), null).toJson())
                .isEqualTo(
                        "{\"type\":\"urn:seaworthy:problem:UPSTREAM_UNREACHABLE\",\"title\":\"Invalid\",\"status\":503,"
                                + "\"instance\":\"urn:uuid:id-1\",\"code\":\"UPSTREAM_UNREACHABLE\",\"retryable\":true}");
    }

    private static Problem problem(Classification found, @Nullable String correlationId) {
        return new Problem(
                URI.create("urn:seaworthy:problem:" + found.code()),
                "Invalid",
                found.detail(),
                URI.create("urn:uuid:id-1"),
                "id-1",
                correlationId,
                Locale.ENGLISH,
                found);
    }
}
