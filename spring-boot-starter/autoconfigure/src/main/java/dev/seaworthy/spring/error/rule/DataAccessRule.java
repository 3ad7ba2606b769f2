// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Spring's data access exceptions that say something without the {@link SQLException} they wrap. Where there is one, the
 * rules for SQL know better.
 */
final class DataAccessRule implements FailureRule {

    private static final int MAX_DEPTH = 32;
    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof OptimisticLockingFailureException) {
            return Classification.of(FailureClass.CONFLICT);
        }
        if (link instanceof TransactionTimedOutException) {
            return Classification.of(FailureClass.TOO_SLOW).withRetryAfter(SOON);
        }
        boolean noConnection =
                link instanceof DataAccessResourceFailureException || link instanceof CannotCreateTransactionException;
        return noConnection && !wrapsSql(link)
                ? Classification.of(FailureClass.DATABASE_UNAVAILABLE).withRetryAfter(SOON)
                : null;
    }

    private static boolean wrapsSql(Throwable failure) {
        Throwable link = failure.getCause();
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            if (link instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
