// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.intake.ReportIntake;
import dev.seaworthy.core.headers.intake.ReportIntake.Outcome;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes what browsers report at one path. Register it for REQUEST dispatches outside of the app's authentication: browsers
 * report without asking anybody. Thread-safe.
 */
public final class ReportIntakeFilter implements Filter {

    private final ReportIntake intake;

    /** Hands bodies over. */
    public ReportIntakeFilter(ReportIntake intake) {
        this.intake = intake;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && http.getMethod().equals("POST")
                && HeadersFilter.path(http).equals(intake.settings().path())) {
            answer(answer, outcome(http));
        } else {
            chain.doFilter(request, response);
        }
    }

    private Outcome outcome(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        Outcome admitted = intake.admit(type == null ? "" : type);
        if (admitted != Outcome.TAKEN) {
            return admitted;
        }
        int most = intake.settings().maxBytes();
        if (request.getContentLengthLong() > most) {
            return Outcome.UNREADABLE;
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        return body.length > most ? Outcome.UNREADABLE : intake.take(new String(body, StandardCharsets.UTF_8));
    }

    private static void answer(HttpServletResponse response, Outcome outcome) throws IOException {
        switch (outcome) {
            case TAKEN -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case TOO_MANY -> response.sendError(429);
            case WRONG_TYPE -> response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            case UNREADABLE -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
