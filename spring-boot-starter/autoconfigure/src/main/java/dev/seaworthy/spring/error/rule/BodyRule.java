// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.error.rule.JsonFailureRule;
import dev.seaworthy.core.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.multipart.MultipartException;

/**
 * A request body that could not be read. The reason stands in the causes: a limit, a client that left, or JSON that is
 * not what its reader wants.
 */
final class BodyRule implements FailureRule {

    private static final int MAX_DEPTH = 32;
    private static final FieldError BODY_MISSING = new FieldError(In.BODY, "", "REQUIRED", "", Map.of());

    private final Supplier<@Nullable JsonCodec> codec;
    private final List<FailureRule> inner;

    BodyRule(Supplier<@Nullable JsonCodec> codec, List<FailureRule> inner) {
        this.codec = codec;
        this.inner = inner;
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (!(link instanceof HttpMessageNotReadableException || link instanceof MultipartException)) {
            return null;
        }
        Throwable cause = link.getCause();
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++, cause = cause.getCause()) {
            Classification known = byInnerRule(cause);
            if (known == null) {
                known = byCodec(cause);
            }
            if (known != null) {
                return known;
            }
        }
        Classification unreadable = HttpStatuses.classify(400);
        boolean nothingThere = link instanceof HttpMessageNotReadableException && link.getCause() == null;
        return nothingThere ? unreadable.withErrors(List.of(BODY_MISSING)) : unreadable;
    }

    private @Nullable Classification byInnerRule(Throwable cause) {
        for (FailureRule rule : inner) {
            Classification known = rule.classify(cause);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private @Nullable Classification byCodec(Throwable cause) {
        JsonCodec json = codec.get();
        return json == null ? null : JsonFailureRule.of(json).classify(cause);
    }
}
