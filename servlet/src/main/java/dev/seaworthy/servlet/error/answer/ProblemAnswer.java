// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error.answer;

import dev.seaworthy.core.error.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What goes on the wire for a problem, whatever the container. A browser gets a page, everybody else
 * {@code application/problem+json}; nobody gets an empty body. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers to set, in this order; {@code Content-Type} among them, {@code Vary} and
 *     {@code Content-Length} not
 * @param body what to send, except to {@code HEAD}
 */
public record ProblemAnswer(int status, Map<String, String> headers, String body) {

    private static final List<String> VARIES_BY = List.of("Accept", "Accept-Language");

    /** Copies the headers. */
    public ProblemAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Renders the problem.
     *
     * @param accept the values of the request's {@code Accept} headers, empty where there is none
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
     */
    public static ProblemAnswer of(Problem problem, List<String> accept) {
        boolean html = Accept.parse(accept).prefersHtml();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", html ? "text/html;charset=utf-8" : Problem.MEDIA_TYPE);
        headers.put("Content-Language", problem.language().toLanguageTag());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (html) {
            headers.put("Content-Security-Policy", ProblemPage.POLICY);
        }
        Duration wait = problem.classification().retryAfter();
        if (wait != null) {
            headers.put("Retry-After", String.valueOf(wholeSeconds(wait)));
        }
        headers.putAll(problem.classification().headers());
        return new ProblemAnswer(problem.status(), headers, html ? ProblemPage.write(problem) : problem.toJson());
    }

    /** The body as it is sent. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The {@code Vary} header: what the response names already, and what this answer depends on. */
    public static String vary(Iterable<String> already) {
        Set<String> known = new LinkedHashSet<>();
        StringBuilder merged = new StringBuilder();
        for (String header : already) {
            for (String name : header.split(",")) {
                add(merged, known, name.trim());
            }
        }
        VARIES_BY.forEach(name -> add(merged, known, name));
        return known.contains("*") ? "*" : merged.toString();
    }

    private static void add(StringBuilder merged, Set<String> known, String name) {
        if (!name.isEmpty() && known.add(name.toLowerCase(Locale.ROOT))) {
            merged.append(merged.isEmpty() ? "" : ", ").append(name);
        }
    }

    // Rounded up: who comes back early is refused again.
    private static long wholeSeconds(Duration wait) {
        Duration positive = wait.isNegative() ? Duration.ZERO : wait;
        return positive.getSeconds() + (positive.getNano() > 0 ? 1 : 0);
    }
}
