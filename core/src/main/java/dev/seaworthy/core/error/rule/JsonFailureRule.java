// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a client's JSON, in the words of its {@link JsonCodec}. Thread-safe as far as the codec is.
 *
 * <p>Exceeded limits are answered with 413, too deep and too many as well as too long: the content is more than the server
 * is willing to process.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14">RFC 9110, section 15.5.14</a>
 */
public final class JsonFailureRule implements FailureRule {

    /** Longer names, and deeper places, are told by the place around them: names can come from the client. */
    static final int MAX_POINTER = 256;

    private final JsonCodec codec;

    private JsonFailureRule(JsonCodec codec) {
        this.codec = codec;
    }

    /** The rule for what this codec recognises. */
    public static JsonFailureRule of(JsonCodec codec) {
        return new JsonFailureRule(codec);
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        return codec.fault(link).map(JsonFailureRule::classify).orElse(null);
    }

    private static Classification classify(JsonFault fault) {
        return switch (fault.kind()) {
            case MALFORMED -> Classification.of(FailureClass.PROTOCOL_REFUSAL).withCode("MALFORMED_JSON");
            case LIMIT_EXCEEDED ->
                Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(413).withCode("JSON_LIMIT");
            case WRONG_TYPE -> invalid("JSON_TYPE", fault);
            case UNKNOWN_PROPERTY -> invalid("UNKNOWN_PROPERTY", fault);
            case MISSING_VALUE -> invalid("REQUIRED", fault);
        };
    }

    private static Classification invalid(String code, JsonFault fault) {
        Map<String, Object> params = fault.expected().isEmpty() ? Map.of() : Map.of("expected", fault.expected());
        FieldError error = new FieldError(FieldError.In.BODY, pointer(fault.pointer()), code, "", params);
        return Classification.of(FailureClass.INPUT_INVALID).withCode(code).withErrors(List.of(error));
    }

    private static String pointer(String sent) {
        String shorter = sent;
        while (shorter.length() > MAX_POINTER) {
            shorter = shorter.substring(0, Math.max(0, shorter.lastIndexOf('/')));
        }
        return shorter;
    }
}
