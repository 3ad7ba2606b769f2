// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.spring.error.field.FieldErrors;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Constraint violations that reached us as they are. Loaded only where Jakarta Validation is. */
final class ViolationRule implements FailureRule {

    private final FieldErrors fields;

    ViolationRule(FieldErrors fields) {
        this.fields = fields;
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (!(link instanceof ConstraintViolationException violations)) {
            return null;
        }
        boolean ofReturnValue = violations.getConstraintViolations() != null
                && violations.getConstraintViolations().stream().anyMatch(ViolationRule::isOfReturnValue);
        return ofReturnValue
                ? Classification.of(FailureClass.BUG)
                : Classification.of(FailureClass.INPUT_INVALID).withErrors(fields.ofViolations(violations));
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }
}
