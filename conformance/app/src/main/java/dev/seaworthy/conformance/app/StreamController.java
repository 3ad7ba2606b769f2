// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/conformance")
class StreamController {

    private static final int MOST_CHUNKS = 50_000;

    @GetMapping("/after-commit")
    void afterCommit(@RequestParam("secret") String secret, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write("{\"orders\":[".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        throw new IllegalStateException(Secrets.in(secret));
    }

    @GetMapping("/client-gone")
    void clientGone(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        OutputStream out = response.getOutputStream();
        byte[] chunk = new byte[8192];
        for (int i = 0; i < MOST_CHUNKS; i++) {
            out.write(chunk);
            out.flush();
        }
    }

    @GetMapping("/stream-taken/stream")
    void stream(HttpServletResponse response) throws IOException {
        response.setHeader("ETag", "\"half\"");
        response.setHeader("Content-Disposition", "attachment");
        response.setContentType("text/csv");
        response.getOutputStream().write("half a line;".getBytes(StandardCharsets.UTF_8));
        throw new IllegalStateException(Secrets.in("stream"));
    }

    @GetMapping("/stream-taken/writer")
    void writer(HttpServletResponse response) throws IOException {
        response.setContentLength(4711);
        response.setContentType("text/csv;charset=ISO-8859-1");
        response.getWriter().write("half a line;");
        throw new IllegalStateException(Secrets.in("writer"));
    }
}
