// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error.answer;

import dev.seaworthy.core.error.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page for people: no script, no outside resource, nothing that the client sent. */
final class ProblemPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:15vh auto;padding:0 1em;color:#222;background:#fff}
            h1{font-size:1.5em}dt{color:#666;font-size:.85em}dd{margin:0 0 .6em;font-family:monospace;overflow-wrap:anywhere}
            @media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}dt{color:#999}}
            """;

    /** Lets this page's own style in and nothing else. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash('\n' + STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ProblemPage() {}

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String write(Problem problem) {
        StringBuilder page = new StringBuilder(1_024)
                .append("<!DOCTYPE html>\n<html lang=\"")
                .append(escape(problem.language().toLanguageTag()))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<meta name=\"robots\" content=\"noindex\">\n<title>")
                .append(escape(problem.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escape(problem.title()))
                .append("</h1>\n");
        String detail = problem.detail();
        if (detail != null && problem.status() < 500) {
            page.append("<p>").append(escape(detail)).append("</p>\n");
        }
        page.append("<dl dir=\"ltr\">\n");
        entry(page, "status", String.valueOf(problem.status()));
        entry(page, "code", problem.code());
        entry(page, "instance", problem.instance().toString());
        String correlationId = problem.correlationId();
        if (correlationId != null) {
            entry(page, "correlationId", correlationId);
        }
        return page.append("</dl>\n</main>\n</body>\n</html>\n").toString();
    }

    private static void entry(StringBuilder page, String name, String value) {
        page.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escape(value))
                .append("</dd>\n");
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
