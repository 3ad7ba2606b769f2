// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import dev.seaworthy.core.error.FailureClass;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the body of a problem: RFC 9457's members and Seaworthy's, their types, and that they agree with each other.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class ProblemShape {

    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "correlationId", "retryable", "errors");
    private static final Set<String> ERROR_MEMBERS = Set.of("pointer", "in", "code", "message", "params");
    private static final Set<String> PLACES = Set.of("body", "query", "path", "header", "cookie");
    private static final Set<String> TYPES_OF_LIMITS = Set.of(
            "https://iana.org/assignments/http-problem-types#quota-exceeded",
            "https://iana.org/assignments/http-problem-types#abnormal-usage-detected",
            "https://iana.org/assignments/http-problem-types#temporary-reduced-capacity");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]");
    private static final Pattern INSTANCE =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._~-]{8,64}");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*)*");

    private final List<String> faults = new ArrayList<>();
    private final JsonObject problem;

    private ProblemShape(JsonObject problem) {
        this.problem = problem;
    }

    /** The faults of a problem's body. */
    public static List<String> faults(JsonObject problem) {
        ProblemShape shape = new ProblemShape(problem);
        shape.look();
        return shape.faults;
    }

    private void look() {
        problem.keySet().stream()
                .filter(name -> !MEMBERS.contains(name) && !belongsToItsType(name))
                .forEach(name -> faults.add("member '" + name + "' does not belong to the one shape; remove it"));
        if (text(problem, "title").isBlank()) {
            faults.add("title must say something, got '" + text(problem, "title") + "'; add a text for the code");
        }
        type();
        matches("instance", INSTANCE, "urn:uuid: and the error id");
        matches("code", CODE, "UPPER_SNAKE, at most 63 characters");
        matches("correlationId", CORRELATION_ID, "8 to 64 harmless characters");
        int status = status();
        if (!isBoolean(problem.get("retryable"))) {
            faults.add("retryable must be true or false, got '" + problem.get("retryable") + "'");
        }
        retryable();
        if (problem.containsKey("detail") && text(problem, "detail").isBlank()) {
            faults.add("detail must be left out where there is nothing to add, got '" + problem.get("detail") + "'");
        }
        if (status >= 500 && (problem.containsKey("detail") || problem.containsKey("errors"))) {
            faults.add("a " + status + " must stay generic, got '" + problem
                    + "'; detail and errors of our failures belong in the log");
        }
        errors();
    }

    /** RFC 9457 lets a type have members of its own: those of limits name the policies that were violated. */
    private boolean belongsToItsType(String name) {
        return name.equals("violated-policies")
                && TYPES_OF_LIMITS.contains(text(problem, "type"))
                && problem.get(name) instanceof JsonArray policies
                && policies.stream().allMatch(policy -> policy instanceof JsonString);
    }

    /** Codes of an app's own may belong to any class; the table's own codes tell it. */
    private void retryable() {
        for (FailureClass row : FailureClass.values()) {
            JsonValue wanted = row.clientMayRetry() ? JsonValue.TRUE : JsonValue.FALSE;
            if (row.code().equals(text(problem, "code")) && !wanted.equals(problem.get("retryable"))) {
                faults.add("retryable must be " + wanted + " for " + row + ", got '" + problem.get("retryable")
                        + "'; the table of failure classes decides");
            }
        }
    }

    private void type() {
        String type = text(problem, "type");
        try {
            if (!URI.create(type).isAbsolute()) {
                faults.add("type must be an absolute URI, got '" + type + "'; write urn:seaworthy:problem:<CODE>");
            }
        } catch (IllegalArgumentException noUri) {
            faults.add("type must be a URI, got '" + type + "'; write urn:seaworthy:problem:<CODE>");
        }
    }

    private int status() {
        if (problem.get("status") instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        faults.add("status must be a whole number, got '" + problem.get("status") + "'");
        return 0;
    }

    private void errors() {
        JsonValue errors = problem.get("errors");
        if (errors == null) {
            return;
        }
        if (!(errors instanceof JsonArray array) || array.isEmpty()) {
            faults.add("errors must be an array with something in it, or left out, got '" + errors + "'");
            return;
        }
        array.forEach(this::error);
    }

    private void error(JsonValue value) {
        if (!(value instanceof JsonObject error)) {
            faults.add("an entry of errors must be an object, got '" + value + "'");
            return;
        }
        error.keySet().stream()
                .filter(name -> !ERROR_MEMBERS.contains(name))
                .forEach(name -> faults.add("member '" + name + "' does not belong into errors; remove it"));
        if (!(error.get("pointer") instanceof JsonString pointer)
                || !POINTER.matcher(pointer.getString()).matches()) {
            faults.add("pointer must be as RFC 6901 says, got '" + error.get("pointer") + "'; write /items/0/quantity");
        }
        if (!PLACES.contains(text(error, "in"))) {
            faults.add("in must be one of body, query, path, header, cookie, got '" + error.get("in") + "'");
        }
        if (!CODE.matcher(text(error, "code")).matches()) {
            faults.add("code of an error must be UPPER_SNAKE, got '" + error.get("code") + "'");
        }
        if (text(error, "message").isBlank()) {
            faults.add("message of an error must say what to do, got '" + error.get("message") + "'");
        }
        JsonValue params = error.get("params");
        if (params != null
                && !(params instanceof JsonObject map && map.values().stream().allMatch(this::isPlain))) {
            faults.add("params must be an object of numbers, texts and booleans, got '" + params + "'");
        }
    }

    private void matches(String member, Pattern pattern, String wanted) {
        if (!pattern.matcher(text(problem, member)).matches()) {
            faults.add(member + " must be " + wanted + ", got '" + problem.get(member) + "'");
        }
    }

    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString text ? text.getString() : "";
    }

    private boolean isPlain(JsonValue value) {
        return value.getValueType() == ValueType.STRING || value.getValueType() == ValueType.NUMBER || isBoolean(value);
    }

    private static boolean isBoolean(@Nullable JsonValue value) {
        return value == JsonValue.TRUE || value == JsonValue.FALSE;
    }
}
