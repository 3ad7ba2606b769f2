// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Has begun to answer when it fails. */
final class StreamServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_CHUNKS = 50_000;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "after-commit" -> {
                response.setContentType("application/json");
                response.getOutputStream().write("{\"orders\":[".getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            }
            case "client-gone" -> {
                OutputStream out = response.getOutputStream();
                byte[] chunk = new byte[8192];
                for (int i = 0; i < MOST_CHUNKS; i++) {
                    out.write(chunk);
                    out.flush();
                }
            }
            case "stream" -> {
                response.setHeader("ETag", "\"half\"");
                response.setHeader("Content-Disposition", "attachment");
                response.setContentType("text/csv");
                response.getOutputStream().write("half a line;".getBytes(StandardCharsets.UTF_8));
            }
            default -> {
                response.setContentLength(4711);
                response.setContentType("text/csv;charset=ISO-8859-1");
                response.getWriter().write("half a line;");
            }
        }
        throw new IllegalStateException(Secrets.in(request.getParameter("secret")));
    }
}
