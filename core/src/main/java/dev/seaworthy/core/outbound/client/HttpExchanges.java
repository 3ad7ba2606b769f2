// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.outbound.http.HttpMethods;
import dev.seaworthy.core.outbound.http.OutboundHeaders;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the integrations of all HTTP clients share: how a request becomes a {@link CallPlan}, and how an {@link Outcome}
 * becomes what the client's caller is used to.
 *
 * <p>The caller gets the last answer of the service unharmed, an error answer too, and the exceptions of its client as they
 * are. What the door decides is a {@link ServiceFailedException}: no call because the circuit is open, the bulkhead full or
 * too little time left, an attempt that was stopped, and an answer that the app declared to be a refusal.
 */
public final class HttpExchanges {

    /** What it means that a client threw. */
    private static final FailureRule SILENCE =
            FailureRule.on(IOException.class, failure -> UpstreamFailures.silent(failure));

    private HttpExchanges() {}

    /**
     * The plan for a request: idempotent by its method, or by the key that it brings along.
     *
     * @param header looks up a header of the request, null where it has none
     * @param repeatable whether its body can be sent a second time; where not, it goes out again only if it never left
     * @param answers which answers are failures
     */
    public static CallPlan plan(
            ExternalService door,
            String method,
            Function<String, @Nullable String> header,
            boolean repeatable,
            ResultRule answers) {
        CallPlan plan = repeatable ? HttpMethods.plan(method) : CallPlan.once();
        String key = header.apply(keyHeader(door));
        return (key != null && repeatable ? plan.withKey(key) : plan).judgedBy(SILENCE, answers);
    }

    /** The header under which the service looks for an idempotency key. */
    public static String keyHeader(ExternalService door) {
        String own = door.settings().idempotencyHeader();
        return own == null ? OutboundHeaders.IDEMPOTENCY_KEY : own;
    }

    /**
     * The answer, or what the client would have thrown.
     *
     * @param type the client's type of an answer
     * @throws ServiceFailedException what the door decided
     * @throws IOException as the client threw it
     */
    public static <R> R answer(Outcome<R> outcome, Class<?> type) throws IOException {
        if (outcome instanceof Completed<R> completed) {
            return completed.value();
        }
        Failed<R> failed = (Failed<R>) outcome;
        R answer = errorAnswer(failed, type);
        if (answer != null) {
            return answer;
        }
        Throwable cause = clientsOwn(failed);
        if (cause instanceof IOException silence) {
            throw silence;
        }
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        throw new ServiceFailedException(failed);
    }

    /** What the caller gets to see where there is no answer: the work's own exception, or what the door decided. */
    public static Throwable failure(Failed<?> failed) {
        Throwable cause = clientsOwn(failed);
        return cause == null ? new ServiceFailedException(failed) : cause;
    }

    /** The answer that is a failure but is the caller's to read; null where there is none, or the app calls it a refusal. */
    @SuppressWarnings("unchecked") // The door hands out what the work returned.
    static <R> @Nullable R errorAnswer(Failed<R> failed, Class<?> type) {
        if (!type.isInstance(failed.result())) {
            return null;
        }
        if (failed.classification().failureClass() != FailureClass.BUSINESS_REFUSAL) {
            return (R) failed.result();
        }
        close(failed.result());
        return null;
    }

    /** What the client threw by itself; null where the door stopped it, or never let it out. */
    private static @Nullable Throwable clientsOwn(Failed<?> failed) {
        Throwable cause = failed.cause();
        boolean stopped = cause instanceof InterruptedException
                || cause instanceof ClosedByInterruptException
                || cause instanceof TimeoutException
                || cause instanceof CancellationException
                || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException);
        return stopped ? null : cause;
    }

    private static void close(@Nullable Object answer) {
        if (answer instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception broken) {
                // Nobody reads it, and what it held was given up.
            }
        }
    }
}
