// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Ends in every way there is. */
final class EndsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static void register(ServletContext context) {
        ServletRegistration.Dynamic registration = context.addServlet("ends", new EndsServlet());
        registration.setAsyncSupported(true);
        registration.addMapping("/ends/*", "/ok", "/");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        LoggerFactory.getLogger(EndsServlet.class).info("the servlet logs");
        if (request.getHttpServletMapping().getPattern().equals("/")) {
            response.sendError(404);
            return;
        }
        String end = request.getPathInfo() == null ? "/ok" : request.getPathInfo();
        switch (end) {
            case "/throw" -> throw new IllegalStateException("a bug");
            case "/send-error" -> response.sendError(418);
            case "/unauthenticated" -> response.sendError(401);
            case "/reject" -> {
                request.getInputStream().readAllBytes();
                response.sendError(409);
            }
            case "/form" -> response.getOutputStream().print(request.getParameter("a"));
            case "/echo" ->
                response.getOutputStream().write(request.getInputStream().readAllBytes());
            case "/forward" -> request.getRequestDispatcher("/ends/ok").forward(request, response);
            case "/committed" -> {
                response.getOutputStream().print("half");
                response.flushBuffer();
                throw new IllegalStateException("a bug");
            }
            case "/endless" -> endless(response);
            default -> {
                if (end.startsWith("/async") || end.equals("/stream")) {
                    async(end, request, response);
                } else {
                    response.getWriter().print("ok");
                }
            }
        }
    }

    private static void endless(HttpServletResponse response) throws IOException {
        byte[] much = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            response.getOutputStream().write(much);
            response.flushBuffer();
        }
    }

    private static void async(String end, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            if (end.equals("/async-throw")) {
                throw new IllegalStateException("a bug, later");
            }
            response.getWriter().print("later");
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        if (end.equals("/async-timeout")) {
            async.setTimeout(50);
        } else if (end.equals("/async-dispatch") || end.equals("/async-throw")) {
            async.dispatch();
        } else {
            async.start(() -> {
                try {
                    for (int i = 0; i < 3; i++) {
                        response.getOutputStream().print("data: " + i + "\n\n");
                        response.flushBuffer();
                    }
                } catch (IOException gone) {
                    // The line tells.
                }
                async.complete();
            });
        }
    }
}
