// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import dev.seaworthy.test.shape.ProblemShape;
import dev.seaworthy.test.shape.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the body of a problem, in AssertJ's manner. */
public final class ProblemAssert extends AbstractAssert<ProblemAssert, JsonObject> {

    private ProblemAssert(JsonObject problem) {
        super(problem, ProblemAssert.class);
    }

    /**
     * Begins with a body, which must be strict JSON in the one shape.
     *
     * @throws AssertionError if it is not; the message lists everything that is wrong
     */
    public static ProblemAssert assertThat(String body) {
        JsonObject problem;
        try {
            problem = StrictJson.object(body);
        } catch (IllegalArgumentException noJson) {
            throw new AssertionError(noJson.getMessage(), noJson);
        }
        List<String> faults = ProblemShape.faults(problem);
        if (!faults.isEmpty()) {
            throw new AssertionError("problem has not the one shape:\n  - " + String.join("\n  - ", faults));
        }
        return new ProblemAssert(problem);
    }

    /** Its status. */
    public ProblemAssert hasStatus(int status) {
        return has("status", status, actual.getInt("status"));
    }

    /** Its code. */
    public ProblemAssert hasCode(String code) {
        return has("code", code, actual.getString("code"));
    }

    /** Its type. */
    public ProblemAssert hasType(String type) {
        return has("type", type, actual.getString("type"));
    }

    /** Its correlation id. */
    public ProblemAssert hasCorrelationId(String id) {
        return has("correlationId", id, actual.getString("correlationId"));
    }

    /** Whether the same request may be sent again. */
    public ProblemAssert isRetryable(boolean retryable) {
        return has("retryable", retryable, actual.getBoolean("retryable"));
    }

    /** An entry of {@code errors[]} with this pointer. */
    public ProblemAssert pointsAt(String pointer) {
        if (errors().stream().noneMatch(error -> text(error, "pointer").equals(pointer))) {
            failWithMessage("problem must point at '%s', got '%s'", pointer, actual.get("errors"));
        }
        return this;
    }

    /** An entry of {@code errors[]} with this pointer and code. */
    public ProblemAssert pointsAt(String pointer, String code) {
        if (errors().stream()
                .noneMatch(error -> text(error, "pointer").equals(pointer)
                        && text(error, "code").equals(code))) {
            failWithMessage("problem must point at '%s' with %s, got '%s'", pointer, code, actual.get("errors"));
        }
        return this;
    }

    /** No {@code errors[]}. */
    public ProblemAssert pointsNowhere() {
        if (actual.containsKey("errors")) {
            failWithMessage("problem must point nowhere, got '%s'", actual.get("errors"));
        }
        return this;
    }

    private ProblemAssert has(String member, Object wanted, Object got) {
        if (!Objects.equals(wanted, got)) {
            failWithMessage("problem must have %s '%s', got '%s' in %s", member, wanted, got, actual);
        }
        return this;
    }

    private List<JsonObject> errors() {
        return actual.get("errors") instanceof JsonArray errors ? errors.getValuesAs(JsonObject.class) : List.of();
    }

    private static String text(JsonObject error, String member) {
        JsonValue value = error.get(member);
        return value instanceof JsonString text ? text.getString() : "";
    }
}
