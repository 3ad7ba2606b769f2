// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One request that makes the app fail, and what must come back. Immutable; the methods answer a copy.
 *
 * <p>Wherever {@value #CANARY} stands in target, header values, body or raw text, the kit puts a word of its own and
 * looks for it in the answer, which must never repeat it.
 *
 * @param name what goes wrong, in a few words
 * @param method the HTTP method
 * @param target path and query below the base URI, encoded
 * @param headers further request headers; {@code Host}, {@code Content-Length} and a correlation id are added
 * @param body the body, empty text for none
 * @param raw the exact request instead of all the above, one byte per character, {@value #HOST} standing for host and
 *     port; null to build it
 * @param expectation what must come back
 */
public record Probe(
        String name,
        String method,
        String target,
        List<Entry<String, String>> headers,
        String body,
        @Nullable String raw,
        Expectation expectation) {

    /** Stands for a word that must not come back. */
    public static final String CANARY = "{canary}";

    /** Stands for the server's host and port in a raw request. */
    public static final String HOST = "{host}";

    /** Copies the headers. */
    public Probe {
        headers = List.copyOf(headers);
    }

    /** A request without a body. */
    public static Probe of(String name, String method, String target, Expectation expectation) {
        return new Probe(name, method, target, List.of(), "", null, expectation);
    }

    /** A {@code GET}. */
    public static Probe get(String name, String target, Expectation expectation) {
        return of(name, "GET", target, expectation);
    }

    /** A {@code POST} of JSON. */
    public static Probe postJson(String name, String target, String json, Expectation expectation) {
        return of(name, "POST", target, expectation).body("application/json", json);
    }

    /**
     * A request that no well-behaved client can send, and perhaps only half of one: after it the client says that nothing
     * more will come, and listens.
     */
    public static Probe raw(String name, String request, Expectation expectation) {
        return new Probe(name, "GET", "/", List.of(), "", request, expectation);
    }

    /** One more header. */
    public Probe header(String headerName, String value) {
        List<Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(headerName, value));
        return new Probe(name, method, target, more, body, raw, expectation);
    }

    /** A body. */
    public Probe body(String mediaType, String content) {
        return new Probe(name, method, target, headers, content, raw, expectation).header("Content-Type", mediaType);
    }

    /** The same request elsewhere. */
    public Probe at(String otherTarget) {
        return new Probe(name, method, otherTarget, headers, body, raw, expectation);
    }

    /** The same request with another outcome. */
    public Probe expecting(Expectation other) {
        return new Probe(name, method, target, headers, body, raw, other);
    }

    /** The request with another method, word for word as it goes over the wire. */
    String text(String actualMethod, String basePath, String host, String canary, List<String> moreHeaders) {
        if (raw != null) {
            return raw.replace(HOST, host).replace(CANARY, canary);
        }
        StringBuilder text = new StringBuilder()
                .append(actualMethod)
                .append(' ')
                .append(basePath)
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        headers.forEach(header -> text.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        moreHeaders.forEach(line -> text.append(line).append("\r\n"));
        // Each character is sent as one byte, so a body in UTF-8 is spelled out byte by byte here.
        String bytes =
                new String(body.replace(CANARY, canary).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (!bytes.isEmpty() || actualMethod.startsWith("P")) {
            text.append("Content-Length: ").append(bytes.length()).append("\r\n");
        }
        return text.append("\r\n").toString().replace(CANARY, canary) + bytes;
    }

    boolean hasHeader(String headerName) {
        return headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase(headerName));
    }
}
