// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers in every way that a servlet can, by path. */
final class EveryAnswer extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
        String path = included == null ? request.getPathInfo() : included.toString();
        switch (path) {
            case "/json" -> write(response, "application/json", "{}");
            case "/json-utf8" -> write(response, "application/json;charset=utf-8", "{}");
            case "/problem" -> write(response, "application/problem+json", "{}");
            case "/html" -> write(response, "text/html", "<p>hello</p>");
            case "/html-by-header" -> {
                response.setHeader("Content-Type", "text/html; charset=utf-8");
                response.getWriter().write("<p>hello</p>");
            }
            case "/html-late" -> {
                response.getOutputStream();
                response.setContentType("text/html");
                response.getOutputStream().print("<p>late</p>");
            }
            case "/image" -> write(response, "image/png", "png");
            case "/nothing" -> response.setStatus(204);
            case "/not-modified" -> response.setStatus(304);
            case "/redirect" -> response.sendRedirect("/answer/json");
            case "/refused" -> response.sendError(404);
            case "/challenge" -> {
                response.setHeader("WWW-Authenticate", "Basic realm=\"test\"");
                response.setStatus(401);
            }
            case "/thrown" -> throw new IllegalStateException("secret");
            case "/reset" -> {
                response.setContentType("text/html");
                response.getWriter().write("half a page");
                response.reset();
                write(response, "application/json", "{}");
            }
            case "/flushed" -> {
                response.setContentType("application/json");
                response.flushBuffer();
                response.getWriter().write("[]");
            }
            case "/long" -> write(response, "application/json", "\"" + "x".repeat(200_000) + "\"");
            case "/length" -> {
                response.setContentType("application/json");
                response.setContentLength(2);
                response.getOutputStream().print("{}");
            }
            case "/forwarded" -> request.getRequestDispatcher("/answer/html").forward(request, response);
            case "/forwarded-to-nothing" ->
                request.getRequestDispatcher("/answer/nothing").forward(request, response);
            case "/included" -> {
                response.setContentType("text/html");
                request.getRequestDispatcher("/answer/json").include(request, response);
            }
            case "/async" -> {
                if (request.getAttribute("again") == null) {
                    request.setAttribute("again", true);
                    AsyncContext async = request.startAsync();
                    async.start(async::dispatch);
                } else {
                    write(response, "application/json", "{}");
                }
            }
            case "/async-completed" -> {
                AsyncContext async = request.startAsync();
                async.start(() -> {
                    try {
                        write((HttpServletResponse) async.getResponse(), "application/json", "{}");
                    } catch (IOException gone) {
                        throw new IllegalStateException(gone);
                    }
                    async.complete();
                });
            }
            case "/own" -> {
                response.setHeader("X-Frame-Options", "DENY");
                response.addHeader("Content-Security-Policy", "default-src 'self'");
                response.setHeader("referrer-policy", "same-origin");
                write(response, "text/html", "<p>own</p>");
            }
            case "/own-then-failed" -> {
                response.setHeader("Content-Security-Policy", "default-src 'self'");
                throw new IllegalStateException("secret");
            }
            case "/told" -> {
                response.setHeader("Server", "Secret/1.0");
                response.setHeader("x-powered-by", "Secret");
                response.addHeader("X-Generator", "Secret");
                write(response, "application/json", "{}");
            }
            case "/session" -> {
                request.getSession().setAttribute("a", "b");
                write(response, "text/html", "<p>session</p>");
            }
            case "/cookies" -> {
                response.addHeader("Set-Cookie", "theme=dark");
                response.addHeader("Set-Cookie", "login=1; SameSite=None; Secure");
                response.addCookie(new Cookie("XSRF-TOKEN", "1"));
                write(response, "application/json", "{}");
            }
            case "/cached" -> {
                response.setHeader("Cache-Control", "max-age=60");
                write(response, "application/json", "{}");
            }
            case "/page" -> {
                response.setHeader("ETag", "\"1\"");
                response.setDateHeader("Last-Modified", 0);
                response.setHeader("Cache-Control", "public, max-age=60");
                String condition = request.getHeader("If-None-Match");
                response.setContentType("text/html");
                response.getWriter()
                        .write("nonce=" + request.getAttribute(HeadersFilter.NONCE_ATTRIBUTE) + " condition="
                                + condition);
            }
            default -> response.sendError(404);
        }
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.getWriter().write(body);
    }
}
