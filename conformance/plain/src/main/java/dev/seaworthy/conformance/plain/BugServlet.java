// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Throws what its path says. */
final class BugServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String secret = Secrets.in(request.getParameter("secret"));
        String path = request.getRequestURI();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "checked-exception" -> throw new ServletException(secret, new Exception(secret));
            case "assertion" -> throw new AssertionError(secret);
            case "stack-overflow" -> overflow(1);
            case "send-error" -> response.sendError(418, secret);
            default -> throw new IllegalStateException(secret);
        }
    }

    private static int overflow(int depth) {
        return depth < 0 ? depth : overflow(depth + 1) + overflow(depth);
    }
}
