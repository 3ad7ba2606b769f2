// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemAssertTest {

    private static final String BODY = """
            {"type":"urn:seaworthy:problem:VALIDATION_FAILED","title":"Not acceptable","status":422,
             "detail":"1 value was refused","instance":"urn:uuid:0198f3c2-6b1e-7c50-9a3e-2f64b9a1c0de",
             "code":"VALIDATION_FAILED","correlationId":"kit-12345","retryable":false,
             "errors":[{"pointer":"/items/0/quantity","in":"body","code":"MIN","message":"must be at least 1",
                        "params":{"min":1}}]}""";

    @Test
    void aRightProblemSatisfiesEverything() {
        ProblemAssert.assertThat(BODY)
                .hasStatus(422)
                .hasCode("VALIDATION_FAILED")
                .hasType("urn:seaworthy:problem:VALIDATION_FAILED")
                .hasCorrelationId("kit-12345")
                .isRetryable(false)
                .pointsAt("/items/0/quantity")
                .pointsAt("/items/0/quantity", "MIN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "status":422           | "status":"422"        | status must be a whole number, got '"422"'
            "code":"VALIDATION     | "code":"validation    | code must be UPPER_SNAKE, at most 63 characters
            "retryable":false      | "retryable":null      | retryable must be true or false, got 'null'
            "kit-12345"            | "kit 12345"           | correlationId must be 8 to 64 harmless characters
            urn:uuid:0198          | /orders/0198          | instance must be urn:uuid: and the error id
            urn:seaworthy:problem: | problems/             | type must be an absolute URI
            "title":"Not acceptable" | "title":" "         | title must say something, got ' '
            "detail":"1 value was refused" | "detail":null | detail must be left out where there is nothing to add
            "retryable"            | "path":"/x","retryable" | member 'path' does not belong to the one shape
            "retryable"            | "violated-policies":["orders"],"retryable" | member 'violated-policies' does not belong
            "in":"body"            | "in":"form"           | in must be one of body, query, path, header, cookie
            "/items/0/quantity"    | "items[0].quantity"   | pointer must be as RFC 6901 says
            "/items/0/quantity"    | "/items/~2"           | pointer must be as RFC 6901 says
            "code":"MIN"           | "code":"min"          | code of an error must be UPPER_SNAKE, got '"min"'
            "must be at least 1"   | ""                    | message of an error must say what to do
            {"min":1}              | {"min":[1]}           | params must be an object of numbers, texts and booleans
            "params"               | "rejectedValue":0,"params" | member 'rejectedValue' does not belong into errors
            "status":422           | "status":500          | a 500 must stay generic
            "status":422           | "status":422,"status":422 | body must be one JSON object
            "errors":[{            | "errors":[],"x":[{    | errors must be an array with something in it, or left out
            """)
    void aWrongProblemIsTold(String right, String wrong, String fault) {
        assertThatThrownBy(() -> ProblemAssert.assertThat(BODY.replace(right, wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    @Test
    void refusalsOfALimitNameThePolicies() {
        String limited = BODY.replace(
                        "urn:seaworthy:problem:VALIDATION_FAILED",
                        "https://iana.org/assignments/http-problem-types#quota-exceeded")
                .replace("\"retryable\"", "\"violated-policies\":[\"orders\"],\"retryable\"");

        ProblemAssert.assertThat(limited).hasStatus(422);
        assertThatThrownBy(() -> ProblemAssert.assertThat(limited.replace("[\"orders\"]", "[7]")))
                .hasMessageContaining("member 'violated-policies' does not belong to the one shape");
    }

    @Test
    void textAfterTheObjectIsTold() {
        assertThatThrownBy(() -> ProblemAssert.assertThat(BODY + "{}"))
                .hasMessageContaining("body must be one JSON object");
    }

    @Test
    void anotherCodeOrPointerIsTold() {
        ProblemAssert problem = ProblemAssert.assertThat(BODY);

        assertThatThrownBy(() -> problem.hasCode("CONFLICT"))
                .hasMessageContaining("problem must have code 'CONFLICT', got 'VALIDATION_FAILED'");
        assertThatThrownBy(() -> problem.hasStatus(400))
                .hasMessageContaining("problem must have status '400', got '422'");
        assertThatThrownBy(() -> problem.pointsAt("/customer"))
                .hasMessageContaining("problem must point at '/customer', got '[{");
        assertThatThrownBy(() -> problem.pointsAt("/items/0/quantity", "MAX"))
                .hasMessageContaining("problem must point at '/items/0/quantity' with MAX, got '[{");
        assertThatThrownBy(problem::pointsNowhere).hasMessageContaining("problem must point nowhere, got '[{");
    }
}
