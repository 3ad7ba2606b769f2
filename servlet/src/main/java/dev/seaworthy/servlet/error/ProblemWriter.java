// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.error.answer.ProblemAnswer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a problem as the response: the only code that writes error bodies. Use it for what the app detects itself.
 * Thread-safe.
 */
public final class ProblemWriter {

    /** The request attribute with the {@link Problem} that was reported, so that nobody reports the failure twice. */
    public static final String PROBLEM_ATTRIBUTE = "dev.seaworthy.servlet.error.problem";

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.servlet.error");
    private static final int MAX_KNOWN_BROKEN = 100;

    private final List<ResponseDecorator> decorators;
    private final Telemetry telemetry;
    private final Set<Class<?>> knownBroken = ConcurrentHashMap.newKeySet();

    /** Decorates every problem, in this order. */
    public ProblemWriter(List<ResponseDecorator> decorators) {
        this(decorators, new Telemetry());
    }

    /** Decorates every problem, in this order, and counts what could not be written. */
    public ProblemWriter(List<ResponseDecorator> decorators, Telemetry telemetry) {
        this.decorators = List.copyOf(decorators);
        this.telemetry = telemetry;
    }

    /**
     * Answers the request with the problem, in place of all that was written so far. Headers of the response stay,
     * except those that describe the body it had. Works although a stream or a writer was already taken. Once the
     * response is committed nothing is written: throw then, and {@link ErrorFilter} cuts the connection off. A client that
     * is gone is counted and does not throw.
     *
     * @param problem from an {@link dev.seaworthy.core.error.ErrorDesk}, which has logged it
     */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        request.setAttribute(PROBLEM_ATTRIBUTE, problem);
        if (response.isCommitted()) {
            return;
        }
        try {
            replace(request, response, problem);
        } catch (IOException | IllegalStateException tooLate) {
            // The client left, or another thread committed the response meanwhile.
            telemetry.count("seaworthy.error.unwritten");
        }
    }

    private void replace(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Enumeration<String> accept = request.getHeaders("Accept");
        ProblemAnswer answer = ProblemAnswer.of(problem, accept == null ? List.of() : whole(accept));
        CleanSlate.of(response);
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> setHeader(response, name, value));
        response.setHeader("Vary", ProblemAnswer.vary(response.getHeaders("Vary")));
        for (ResponseDecorator decorator : decorators) {
            decorate(decorator, request, response, problem);
        }
        send(response, answer, "HEAD".equals(request.getMethod()));
    }

    // Tomcat has no value for a header in the middle of which it gave up.
    private static List<String> whole(Enumeration<String> values) {
        return Collections.list(values).stream().filter(Objects::nonNull).toList();
    }

    private static void setHeader(HttpServletResponse response, String name, String value) {
        if (name.equals("Content-Type")) {
            response.setContentType(value);
        } else {
            response.setHeader(name, value);
        }
    }

    private static void send(HttpServletResponse response, ProblemAnswer answer, boolean head) throws IOException {
        byte[] body = answer.bytes();
        ServletOutputStream out;
        try {
            out = response.getOutputStream();
        } catch (IllegalStateException writerTaken) {
            // Only a wrapper that does not let go of its writer on reset() gets here; its encoding may be any.
            response.getWriter().write(head ? "" : answer.body());
            return;
        }
        response.setContentLength(body.length);
        if (!head) {
            out.write(body);
        }
    }

    private void decorate(
            ResponseDecorator decorator, HttpServletRequest request, HttpServletResponse response, Problem problem) {
        try {
            decorator.decorate(request, response, problem);
        } catch (RuntimeException broken) {
            telemetry.count("seaworthy.error.decorator-failed");
            if (knownBroken.size() < MAX_KNOWN_BROKEN && knownBroken.add(decorator.getClass())) {
                LOG.warn("A response decorator failed and is skipped; its further failures are only counted", broken);
            }
        }
    }
}
