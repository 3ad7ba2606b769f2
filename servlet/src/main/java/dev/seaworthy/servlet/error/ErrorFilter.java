// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.servlet.client.CallerConnection;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever goes wrong further in into one problem: what is thrown, what is sent with {@code sendError}, what an
 * asynchronous request runs into. Register it early in the chain, for all dispatcher types, with async support. A failure
 * is reported once per request. A response that was committed before it failed is cut off, so that the client sees that it
 * is not whole.
 *
 * <p>{@link StackOverflowError} is answered; other {@link VirtualMachineError}s are reported and thrown on.
 */
public final class ErrorFilter implements Filter {

    private static final String ACTIVE = ErrorFilter.class.getName() + ".active";
    private static final int MAX_DEPTH = 32;
    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.servlet.error");

    private final Answers answers;
    private final ErrorPageOwner owner;

    /**
     * A filter without state of its own; thread-safe.
     *
     * @param owner where the app answers itself, {@link ErrorPageOwner#NONE} for nowhere; what it throws means no
     * @param observer hears of swallowed throwables, {@link FailureObserver#NONE} for nobody
     */
    public ErrorFilter(ErrorDesk desk, ProblemWriter writer, ErrorPageOwner owner, FailureObserver observer) {
        this.answers = new Answers(desk, writer, observer);
        this.owner = careful(owner);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)
                || http.getAttribute(ACTIVE) != null) {
            chain.doFilter(request, response);
            return;
        }
        http.setAttribute(ACTIVE, true);
        try {
            if (http.getDispatcherType() != DispatcherType.ERROR) {
                guard(http, answer, chain);
            } else if (!answerErrorDispatch(http, answer)) {
                ownPage(http, answer, chain);
            }
        } finally {
            http.removeAttribute(ACTIVE);
        }
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ErrorResponse known = ErrorResponse.in(response);
        ErrorResponse guarded = known != null ? known : new ErrorResponse(request, response, owner);
        guarded.attach();
        if (AsyncGuard.takeTimeout(request)) {
            timedOut(request, guarded.original());
            return;
        }
        try {
            chain.doFilter(request, known != null ? response : guarded);
        } catch (Throwable failure) {
            if (isFatal(failure)) {
                answers.report(request, failure);
                throw failure;
            }
            if (!failed(request, guarded, failure)) {
                throw failure;
            }
            return;
        }
        returned(request, guarded);
    }

    private void timedOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = AsyncGuard.timeout(request, answers);
        if (response.isCommitted()) {
            throw CallerConnection.cut(response);
        }
        answers.write(request, response, problem);
    }

    /** False where the failure is the container's to handle. */
    private boolean failed(HttpServletRequest request, ErrorResponse guarded, Throwable failure) throws IOException {
        HttpServletResponse response = guarded.original();
        if (guarded.failedOnOutput(failure) || (CallerConnection.isGone(failure) && guarded.hasFailedOnOutput())) {
            answers.callerLeft(request, failure);
        } else if (CallerConnection.isGone(failure)) {
            answers.callerStopped(request, response, failure);
        } else if (response.isCommitted()) {
            if (request.isAsyncStarted()) {
                AsyncGuard.watch(request, guarded, answers, owner); // or Jetty waits for a timeout
            }
            throw answers.cutOff(request, response, failure);
        } else if (owner.owns(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR)) {
            return false;
        } else {
            answers.write(request, response, answers.report(request, failure));
        }
        guarded.shut();
        completeIfStarted(request);
        return true;
    }

    private void returned(HttpServletRequest request, ErrorResponse guarded) {
        HttpServletResponse response = guarded.original();
        int refusal = guarded.takeRefusal();
        if (refusal != 0) {
            answers.refuse(request, response, refusal);
            if (guarded.wasRefusedHere()) {
                completeIfStarted(request);
            }
        } else if (request.isAsyncStarted()) {
            AsyncGuard.watch(request, guarded, answers, owner);
        } else if (isSilentChallenge(request, guarded)) {
            answers.refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    // Authentication filters often set status and challenge and leave the body out; other empty answers are intended.
    private boolean isSilentChallenge(HttpServletRequest request, ErrorResponse guarded) {
        HttpServletResponse response = guarded.original();
        return response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
                && response.containsHeader("WWW-Authenticate")
                && guarded.isUntouched()
                && !owner.owns(request, HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Something outside of this filter failed, or the app's own page for it was not wanted after all. */
    private boolean answerErrorDispatch(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && code >= 400
                        && code <= 599
                ? code
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        if (!response.isCommitted() && owner.owns(request, status)) {
            return false;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            if (CallerConnection.isGone(failure)) {
                answers.callerStopped(request, response, failure);
            } else {
                answers.write(request, response, answers.report(request, failure));
            }
        } else {
            answers.refuse(request, response, status);
        }
        return true;
    }

    /** The app's own page; where that fails too, a container's page would tell what the exception says. */
    private void ownPage(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (Throwable failure) {
            if (isFatal(failure) || response.isCommitted() || CallerConnection.isGone(failure)) {
                throw failure;
            }
            answers.write(request, response, answers.report(request, failure));
        }
    }

    private static void completeIfStarted(HttpServletRequest request) {
        if (request.isAsyncStarted()) {
            try {
                request.getAsyncContext().complete();
            } catch (IllegalStateException alreadyOver) {
                // Another thread was quicker; the problem is written.
            }
        }
    }

    // Its failure would take the place of the one that it is asked about.
    private static ErrorPageOwner careful(ErrorPageOwner owner) {
        AtomicBoolean logged = new AtomicBoolean();
        return (request, status) -> {
            try {
                return owner.owns(request, status);
            } catch (RuntimeException broken) {
                if (logged.compareAndSet(false, true)) {
                    LOG.warn("asking for the app's own error page failed, the problem is answered; said once", broken);
                }
                return false;
            }
        };
    }

    private static boolean isFatal(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++) {
            if (link instanceof VirtualMachineError && !(link instanceof StackOverflowError)) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }
}
