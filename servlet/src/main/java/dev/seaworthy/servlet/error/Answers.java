// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.servlet.client.CallerConnection;
import dev.seaworthy.servlet.client.CallerLanguage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes failures and refusals to the desk, once per request, and has the answer written. */
final class Answers {

    // Tomcat up to 10.1 ends an oversized form without a word and lets the app run into missing parameters.
    private static final String TOMCAT_FORM_FAILURE = "org.apache.catalina.parameter_parse_failed_reason";
    private static final String TOMCAT_TOO_LARGE = "POST_TOO_LARGE";

    private final ErrorDesk desk;
    private final ProblemWriter writer;
    private final FailureObserver observer;

    Answers(ErrorDesk desk, ProblemWriter writer, FailureObserver observer) {
        this.desk = desk;
        this.writer = writer;
        this.observer = observer;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        writer.write(request, response, problem);
    }

    /** Answers a bare status. */
    void refuse(HttpServletRequest request, HttpServletResponse response, int status) {
        int told = status == 400 && formWasTooLarge(request) ? 413 : status;
        Classification refusal = HttpStatuses.classify(told);
        Optional<String> allowed =
                told == 405 && !response.containsHeader("Allow") ? AllowedMethods.of(request) : Optional.empty();
        write(
                request,
                response,
                refusal(
                        request,
                        allowed.map(methods -> refusal.withHeader("Allow", methods))
                                .orElse(refusal)));
    }

    /** Reports without answering. */
    Problem refusal(HttpServletRequest request, Classification refusal) {
        return once(request, () -> desk.refuse(refusal, CallerLanguage.wanted(request)));
    }

    /** Reports without answering. */
    Problem report(HttpServletRequest request, Throwable failure) {
        return report(request, failure, formWasTooLarge(request) ? HttpStatuses.classify(413) : null);
    }

    /** Reports without answering, as what the caller knows it to be. */
    Problem report(HttpServletRequest request, Throwable failure, @Nullable Classification known) {
        Throwable real = unwrapped(failure);
        return once(request, () -> {
            observe(request, real);
            return known == null
                    ? desk.report(real, CallerLanguage.wanted(request))
                    : desk.report(real, known, CallerLanguage.wanted(request));
        });
    }

    /** Spring wraps what a handler throws in a bare ServletException, which would only hide the failure in the log. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getClass() == ServletException.class && cause != null ? cause : failure;
    }

    /** The client has gone while it was being answered: nothing can be sent any more. */
    void callerLeft(HttpServletRequest request, Throwable failure) {
        report(request, failure, Classification.of(FailureClass.CALLER_GONE));
    }

    /** The client has stopped sending. It may still listen, so it is answered; if it does not, nobody is hurt. */
    void callerStopped(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        Problem problem = report(request, failure, CallerConnection.INCOMPLETE_REQUEST);
        write(request, response, problem);
    }

    /** Logs it; what comes back is to be thrown, so that the client sees its response cut off. */
    IOException cutOff(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        report(request, failure);
        return CallerConnection.cut(response);
    }

    private void observe(HttpServletRequest request, Throwable failure) {
        try {
            observer.swallowed(request, failure);
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }

    private static Problem once(HttpServletRequest request, Supplier<Problem> report) {
        if (request.getAttribute(ProblemWriter.PROBLEM_ATTRIBUTE) instanceof Problem known) {
            return known;
        }
        Problem problem = report.get();
        request.setAttribute(ProblemWriter.PROBLEM_ATTRIBUTE, problem);
        return problem;
    }

    private static boolean formWasTooLarge(HttpServletRequest request) {
        Object reason = request.getAttribute(TOMCAT_FORM_FAILURE);
        return reason != null && TOMCAT_TOO_LARGE.equals(reason.toString());
    }
}
