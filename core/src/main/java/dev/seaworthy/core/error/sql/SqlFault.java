// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a failed database call means. */
public enum SqlFault {
    /** A value is already there. */
    UNIQUE_VIOLATION,
    /** Not-null, foreign-key and check constraints: the app let through what it should not have. */
    INTEGRITY_BROKEN,
    /** Deadlock, serialization failure, lock not to be had. */
    CONTENTION,
    /** Cannot be reached, shuts down, is full, or the pool is empty. */
    UNAVAILABLE,
    /** Committed or not, nobody knows. */
    OUTCOME_UNKNOWN,
    /** The statement or the transaction took longer than allowed. */
    TOO_SLOW,
    /** Wrong SQL, wrong credentials, no such database. */
    MISTAKE;

    /**
     * Reads one exception; neither its cause nor its next exception are looked at.
     *
     * @return null where state, vendor code and type say nothing
     */
    public static @Nullable SqlFault of(SQLException failure) {
        SqlFault fault = meaning(failure);
        return fault == UNAVAILABLE && isLostInCommit(failure) ? OUTCOME_UNKNOWN : fault;
    }

    private static @Nullable SqlFault meaning(SQLException failure) {
        String state = failure.getSQLState();
        SqlFault byVendor = Vendor.of(failure).fault(state, failure.getErrorCode());
        if (byVendor != null) {
            return byVendor;
        }
        SqlFault byState = SqlStates.fault(state);
        return byState != null ? byState : byType(failure);
    }

    /** The second opinion: pools and some drivers leave the state out. */
    private static @Nullable SqlFault byType(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException) {
            return UNAVAILABLE;
        }
        if (failure instanceof SQLTimeoutException) {
            return TOO_SLOW;
        }
        if (failure instanceof SQLTransactionRollbackException) {
            return CONTENTION;
        }
        // Without a known vendor code it may be a unique violation, but nobody may call it one.
        return failure instanceof SQLIntegrityConstraintViolationException ? INTEGRITY_BROKEN : null;
    }

    /**
     * Drivers report a connection that broke during commit like any other broken connection. Telling a client to come
     * again would carry out an order twice.
     */
    private static boolean isLostInCommit(SQLException failure) {
        String state = failure.getSQLState();
        boolean surelyNotSent = "08001".equals(state) || "08003".equals(state) || "08004".equals(state);
        return !surelyNotSent
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("commit")
                                && frame.getClassName().contains("Connection"));
    }
}
