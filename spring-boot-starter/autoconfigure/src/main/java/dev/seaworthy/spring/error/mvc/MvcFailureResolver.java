// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.mvc;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.servlet.client.CallerConnection;
import dev.seaworthy.servlet.client.CallerLanguage;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.spring.error.rule.FrameworkStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers the exceptions that Spring MVC would otherwise answer by itself. All others are left alone: they pass the app's
 * own resolvers, Spring Security's filter and the app's filters as ever, and end at the error filter.
 */
final class MvcFailureResolver implements HandlerExceptionResolver {

    private final ErrorDesk desk;
    private final ProblemWriter writer;
    private final ErrorPageOwner owner;
    private final FailureObserver observer;

    MvcFailureResolver(ErrorDesk desk, ProblemWriter writer, ErrorPageOwner owner, FailureObserver observer) {
        this.desk = desk;
        this.writer = writer;
        this.owner = owner;
        this.observer = observer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        int status = FrameworkStatus.of(failure);
        if (status == FrameworkStatus.NONE) {
            return passOn(failure);
        }
        if (status < 400 || owner.owns(request, status)) {
            return null;
        }
        // The error filter knows what a caller that stopped in the middle of its request can still be told.
        boolean filtersTurn = response.isCommitted() || CallerConnection.isGone(failure);
        if (filtersTurn && status != FrameworkStatus.CLIENT_GONE) {
            throw MvcFailureResolver.<RuntimeException>asItIs(failure);
        }
        Problem problem = desk.report(failure, CallerLanguage.wanted(request));
        request.setAttribute(ProblemWriter.PROBLEM_ATTRIBUTE, problem);
        observer.swallowed(request, failure);
        if (problem.classification().failureClass() != FailureClass.CALLER_GONE) {
            writer.write(request, response, problem);
        }
        return new ModelAndView();
    }

    // Spring takes any "connection reset" for its client's, also that of a database or a service behind us, and answers
    // nothing at all. The error filter can tell them apart.
    private static @Nullable ModelAndView passOn(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            throw MvcFailureResolver.<RuntimeException>asItIs(failure);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable failure) throws T {
        throw (T) failure;
    }
}
