// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.sql.ConstraintNames;
import dev.seaworthy.core.error.sql.SqlFault;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a database's refusals mean to a client. Thread-safe.
 *
 * <p>Only a unique violation is the client's affair, and only a constraint that the app named is told, as the pointer that
 * the app gave it.
 */
public final class SqlFailureRule implements FailureRule {

    private final ConstraintNames names;

    /** Knows the constraints of which a client may learn. */
    public SqlFailureRule(Map<String, String> pointerByConstraint) {
        this.names = new ConstraintNames(pointerByConstraint);
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (!(link instanceof SQLException failure)) {
            return null;
        }
        SqlFault fault = SqlFault.of(failure);
        return fault == null ? null : classify(fault, failure);
    }

    private Classification classify(SqlFault fault, SQLException failure) {
        return switch (fault) {
            case UNIQUE_VIOLATION -> taken(names.pointer(failure));
            case CONTENTION -> Classification.of(FailureClass.DATABASE_CONTENTION);
            case UNAVAILABLE -> Classification.of(FailureClass.DATABASE_UNAVAILABLE);
            case OUTCOME_UNKNOWN -> Classification.of(FailureClass.DATABASE_OUTCOME_UNKNOWN);
            case TOO_SLOW -> Classification.of(FailureClass.TOO_SLOW);
            case INTEGRITY_BROKEN, MISTAKE -> Classification.of(FailureClass.BUG);
        };
    }

    private static Classification taken(@Nullable String pointer) {
        Classification conflict = Classification.of(FailureClass.CONFLICT).withCode("UNIQUE_VIOLATION");
        return pointer == null
                ? conflict
                : conflict.withErrors(List.of(new FieldError(FieldError.In.BODY, pointer, "UNIQUE", "", Map.of())));
    }
}
