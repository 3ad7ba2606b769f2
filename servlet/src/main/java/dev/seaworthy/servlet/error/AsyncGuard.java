// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.servlet.client.CallerConnection;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a request that went on without its thread. Added after the chain has returned, so that a framework's own
 * listener comes first. It claims the answer with what only one can do: dispatch the request, or complete it. A timeout
 * is dispatched back to the filter, because Jetty lets a request be completed twice without a word.
 */
final class AsyncGuard implements AsyncListener {

    private static final String TIMED_OUT = AsyncGuard.class.getName() + ".timedOut";
    private static final Classification TIMEOUT =
            Classification.of(FailureClass.TOO_SLOW).withRetryAfter(Duration.ofSeconds(5));

    private final HttpServletRequest request;
    private final ErrorResponse guarded;
    private final Answers answers;
    private final ErrorPageOwner owner;
    // The container calls from threads of its own, on which nobody has opened a scope.
    private final @Nullable Correlation correlation = Correlation.current();

    private AsyncGuard(HttpServletRequest request, ErrorResponse guarded, Answers answers, ErrorPageOwner owner) {
        this.request = request;
        this.guarded = guarded;
        this.answers = answers;
        this.owner = owner;
    }

    static void watch(HttpServletRequest request, ErrorResponse guarded, Answers answers, ErrorPageOwner owner) {
        AsyncGuard guard = new AsyncGuard(request, guarded, answers, owner);
        try {
            request.getAsyncContext().addListener(guard);
        } catch (IllegalStateException alreadyOver) {
            // Another thread completed it meanwhile.
        }
        guarded.detach(status -> guard.inScope(() -> answers.refuse(request, guarded.original(), status)));
    }

    /** Whether this is the dispatch with which a guard claimed the answer to a timeout; true once. */
    static boolean takeTimeout(HttpServletRequest request) {
        boolean timedOut = request.getAttribute(TIMED_OUT) != null;
        if (timedOut) {
            request.removeAttribute(TIMED_OUT);
        }
        return timedOut;
    }

    static Problem timeout(HttpServletRequest request, Answers answers) {
        return answers.refusal(request, TIMEOUT);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        if (owner.owns(request, TIMEOUT.status())) {
            return;
        }
        request.setAttribute(TIMED_OUT, true);
        try {
            event.getAsyncContext().dispatch();
            guarded.shut();
        } catch (IllegalStateException somebodyElseAnswers) {
            request.removeAttribute(TIMED_OUT);
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        inScope(() -> failed(event));
    }

    private void failed(AsyncEvent event) {
        Throwable failure = event.getThrowable();
        if (failure == null) {
            answer(event, () -> answers.refusal(request, HttpStatuses.classify(500)));
        } else if (isAboutTheConnection(failure)) {
            guarded.shut();
            answers.report(request, failure, Classification.of(FailureClass.CALLER_GONE));
            claim(event);
        } else {
            answer(event, () -> answers.report(request, failure));
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        guarded.shut();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The filter adds a new guard when the chain that started it returns.
    }

    private void answer(AsyncEvent event, Supplier<Problem> report) {
        HttpServletResponse response = guarded.original();
        if (owner.owns(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR)) {
            return;
        }
        // A committed one is left to the container, which cuts it off; completing it would make it look whole.
        if (response.isCommitted() || claim(event)) {
            guarded.shut();
            answers.write(request, response, report.get());
        }
    }

    private void inScope(Runnable answer) {
        if (correlation == null || Correlation.current() != null) {
            answer.run();
            return;
        }
        try (CorrelationScope scope = correlation.open()) {
            answer.run();
        }
    }

    private static boolean claim(AsyncEvent event) {
        try {
            event.getAsyncContext().complete();
            return true;
        } catch (IllegalStateException somebodyElseAnswers) {
            return false;
        }
    }

    // What the app throws ends in the filter; an IOException that the container brings here is its own.
    private boolean isAboutTheConnection(Throwable failure) {
        return failure instanceof IOException || CallerConnection.isGone(failure) || guarded.failedOnOutput(failure);
    }
}
