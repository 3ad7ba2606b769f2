// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The one table that drives everything: status, log level, alert, and how a circuit breaker, a retry and the queue treat
 * a failure. Each row is a kind of failure, told apart by whose fault it is and what may be done about it.
 */
public enum FailureClass {
    /** The request itself cannot be served: unparsable, not found, wrong method, media type or size. */
    PROTOCOL_REFUSAL("BAD_REQUEST", 400, Breaker.NOT_CONSULTED, Retry.NO, Queue.NO, Level.INFO, Alert.NO),
    /** Well formed, but its content is not acceptable. */
    INPUT_INVALID("VALIDATION_FAILED", 422, Breaker.NOT_CONSULTED, Retry.NO, Queue.NO, Level.INFO, Alert.NO),
    /** Nobody knows who is asking. */
    UNAUTHENTICATED("UNAUTHENTICATED", 401, Breaker.NOT_CONSULTED, Retry.NO, Queue.NO, Level.INFO, Alert.NO),
    /** Whoever is asking may not. */
    FORBIDDEN("FORBIDDEN", 403, Breaker.NOT_CONSULTED, Retry.NO, Queue.NO, Level.INFO, Alert.NO),
    /** The state of the resource does not allow it: taken, changed meanwhile. */
    CONFLICT("CONFLICT", 409, Breaker.NOT_CONSULTED, Retry.NO, Queue.NO, Level.INFO, Alert.NO),
    /** The client asks too often. */
    RATE_LIMITED("RATE_LIMITED", 429, Breaker.NEUTRAL, Retry.NO, Queue.NO, Level.INFO, Alert.NO),
    /** A service answered, in words of its business, no; the app declares which answers these are. */
    BUSINESS_REFUSAL("REFUSED", 422, Breaker.SUCCESS, Retry.NO, Queue.ENDS_REFUSED, Level.INFO, Alert.NO),
    /** A service refused our request: our mistake, never passed on as the client's. */
    UPSTREAM_REFUSED("UPSTREAM_REFUSED", 502, Breaker.SUCCESS, Retry.NO, Queue.NO, Level.WARN, Alert.NO),
    /** A service asks us to slow down. */
    UPSTREAM_THROTTLED(
            "UPSTREAM_THROTTLED", 503, Breaker.PAUSE, Retry.AFTER_THEIR_HINT, Queue.YES, Level.WARN, Alert.NO),
    /** The call surely never arrived: connection refused, no such host, no TLS. */
    NOT_SENT("UPSTREAM_UNREACHABLE", 503, Breaker.FAILURE, Retry.YES, Queue.YES, Level.WARN, Alert.WHEN_BREAKER_OPENS),
    /** The call may have been carried out: a 5xx, a reset. With status 504 where the attempt timed out. */
    NO_CERTAIN_ANSWER(
            "UPSTREAM_FAILED", 502, Breaker.FAILURE, Retry.IDEMPOTENT, Queue.YES, Level.WARN, Alert.WHEN_BREAKER_OPENS),
    /** We refused to call: circuit open, bulkhead full, a limit of our own. */
    LOCALLY_REFUSED("UNAVAILABLE", 503, Breaker.NEUTRAL, Retry.NO, Queue.YES, Level.INFO, Alert.NO),
    /** The database does not answer or takes nobody in. */
    DATABASE_UNAVAILABLE(
            "DATABASE_UNAVAILABLE", 503, Breaker.NOT_CONSULTED, Retry.IF_ROLLED_BACK, Queue.NO, Level.ERROR, Alert.YES),
    /** Deadlock or serialization failure: the transaction was rolled back for another one's sake. */
    DATABASE_CONTENTION(
            "DATABASE_CONTENTION",
            503,
            Breaker.NOT_CONSULTED,
            Retry.TRANSACTION_IF_SAFE,
            Queue.NO,
            Level.WARN,
            Alert.BY_RATE),
    /** The connection broke while a commit was under way: done or not, nobody can tell. */
    DATABASE_OUTCOME_UNKNOWN(
            "OUTCOME_UNKNOWN", 500, Breaker.NOT_CONSULTED, Retry.NEVER_BY_ITSELF, Queue.NO, Level.ERROR, Alert.YES),
    /** We were too slow for our own deadline. */
    TOO_SLOW("TIMEOUT", 503, Breaker.NEUTRAL, Retry.NO, Queue.NO, Level.WARN, Alert.BY_RATE),
    /** Nobody is left to answer; 499 is never sent, only counted. */
    CALLER_GONE("CALLER_GONE", 499, Breaker.NEUTRAL, Retry.NO, Queue.NO, Level.DEBUG, Alert.NO),
    /** Our bug: everything that nothing else explains. */
    BUG("INTERNAL_ERROR", 500, Breaker.NEUTRAL, Retry.NO, Queue.NO, Level.ERROR, Alert.YES);

    /** How a circuit breaker counts it. */
    public enum Breaker {
        /** The call never gets near one. */
        NOT_CONSULTED,
        /** The service works. */
        SUCCESS,
        /** The service does not work. */
        FAILURE,
        /** Says nothing about the service. */
        NEUTRAL,
        /** Says nothing about its health, but wait as long as it asks. */
        PAUSE
    }

    /** Whether an outbound call, or a transaction, may be tried again. */
    public enum Retry {
        /** No. */
        NO,
        /** Yes, within the retry budget. */
        YES,
        /** After the time the service named, within the budget. */
        AFTER_THEIR_HINT,
        /** Only an idempotent call, or one with an idempotency key, within the budget. */
        IDEMPOTENT,
        /** Only when the transaction surely rolled back. */
        IF_ROLLED_BACK,
        /** The whole transaction, when that is safe. */
        TRANSACTION_IF_SAFE,
        /** A person has to look first. */
        NEVER_BY_ITSELF
    }

    /** Whether a submitted task that failed so may wait in the queue. */
    public enum Queue {
        /** No. */
        NO,
        /** Yes. */
        YES,
        /** It is over: the entry ends as refused. */
        ENDS_REFUSED
    }

    /** Whether the team is told. */
    public enum Alert {
        /** No. */
        NO,
        /** Yes, deduplicated. */
        YES,
        /** Not by itself: the breaker that opens over it tells. */
        WHEN_BREAKER_OPENS,
        /** When there are many of them. */
        BY_RATE
    }

    private final String code;
    private final int status;
    private final Breaker breaker;
    private final Retry retry;
    private final Queue queue;
    private final Level level;
    private final Alert alert;

    FailureClass(String code, int status, Breaker breaker, Retry retry, Queue queue, Level level, Alert alert) {
        this.code = code;
        this.status = status;
        this.breaker = breaker;
        this.retry = retry;
        this.queue = queue;
        this.level = level;
        this.alert = alert;
    }

    /** The code in the body unless a rule knows a more telling one. */
    public String code() {
        return code;
    }

    /** The HTTP status unless a rule knows a better one of the same class. */
    public int status() {
        return status;
    }

    /** How a circuit breaker counts it. */
    public Breaker breaker() {
        return breaker;
    }

    /** Whether it may be tried again on our side. */
    public Retry retry() {
        return retry;
    }

    /** Whether a submitted task may wait in the queue. */
    public Queue queue() {
        return queue;
    }

    /** The level of its one log event. */
    public Level level() {
        return level;
    }

    /** Whether the log event carries the stack trace. */
    public boolean logsStack() {
        return level == Level.ERROR;
    }

    /** Whether the team is told. */
    public Alert alert() {
        return alert;
    }

    /**
     * Whether the client may send the same request again later: nothing was done, or it was undone. Not where we were too
     * slow: the work may go on.
     */
    public boolean clientMayRetry() {
        return switch (this) {
            case RATE_LIMITED,
                    UPSTREAM_THROTTLED,
                    NOT_SENT,
                    LOCALLY_REFUSED,
                    DATABASE_UNAVAILABLE,
                    DATABASE_CONTENTION -> true;
            default -> false;
        };
    }

    /** When the client may come back unless a rule knows better; null where waiting does not help. */
    public @Nullable Duration retryAfter() {
        if (this == DATABASE_CONTENTION) {
            return Duration.ofSeconds(1);
        }
        return clientMayRetry() || this == TOO_SLOW ? Duration.ofSeconds(5) : null;
    }
}
