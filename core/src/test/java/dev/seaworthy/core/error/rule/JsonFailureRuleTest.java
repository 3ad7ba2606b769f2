// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonFault.Kind;
import dev.seaworthy.core.json.JsonLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFailureRuleTest {

    private final JsonFailureRule rule = JsonFailureRule.of(new FaultyCodec());

    @Test
    void malformedJsonIsRefused() {
        Classification found = classify(new JsonFault(Kind.MALFORMED, "", ""));

        assertThat(found)
                .isEqualTo(Classification.of(FailureClass.PROTOCOL_REFUSAL).withCode("MALFORMED_JSON"));
        assertThat(found.status()).isEqualTo(400);
    }

    @Test
    void anExceededLimitIsTooMuchContent() {
        Classification found = classify(new JsonFault(Kind.LIMIT_EXCEEDED, "/deep", ""));

        assertThat(found.failureClass()).isEqualTo(FailureClass.PROTOCOL_REFUSAL);
        assertThat(found.code()).isEqualTo("JSON_LIMIT");
        assertThat(found.status()).isEqualTo(413);
        assertThat(found.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WRONG_TYPE, JSON_TYPE", "UNKNOWN_PROPERTY, UNKNOWN_PROPERTY", "MISSING_VALUE, REQUIRED"})
    void whatIsWrongWithAValueIsInvalidInputWithItsPlace(Kind kind, String code) {
        Classification found = classify(new JsonFault(kind, "/items/0/quantity", ""));

        assertThat(found.failureClass()).isEqualTo(FailureClass.INPUT_INVALID);
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.errors())
                .containsExactly(new FieldError(FieldError.In.BODY, "/items/0/quantity", code, "", Map.of()));
    }

    @Test
    void theExpectedTypeIsTold() {
        List<FieldError> errors =
                classify(new JsonFault(Kind.WRONG_TYPE, "/n", "integer")).errors();

        assertThat(errors).extracting(FieldError::params).containsExactly(Map.of("expected", "integer"));
    }

    @Test
    void anEndlessNameIsToldByThePlaceAroundIt() {
        String pointer = "/items/3/" + "x".repeat(10_000);

        assertThat(classify(new JsonFault(Kind.UNKNOWN_PROPERTY, pointer, "")).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/items/3");
        assertThat(classify(new JsonFault(Kind.UNKNOWN_PROPERTY, "x".repeat(10_000), ""))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("");
    }

    @Test
    void whatTheCodecDoesNotKnowIsPassedOn() {
        assertThat(rule.classify(new IllegalStateException())).isNull();
    }

    private Classification classify(JsonFault fault) {
        return Objects.requireNonNull(rule.classify(new Faulty(fault)));
    }

    private static final class Faulty extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient JsonFault fault;

        Faulty(JsonFault fault) {
            this.fault = fault;
        }
    }

    private static final class FaultyCodec implements JsonCodec {

        @Override
        public String propertyName(Class<?> owner, String property) {
            return property;
        }

        @Override
        public Optional<JsonFault> fault(Throwable failure) {
            return failure instanceof Faulty faulty ? Optional.of(faulty.fault) : Optional.empty();
        }

        @Override
        public String write(Object value) {
            throw new AssertionError("nobody writes here");
        }

        @Override
        public <T> T read(String json, Class<T> type, JsonLimits limits) {
            throw new AssertionError("nobody reads here");
        }
    }
}
