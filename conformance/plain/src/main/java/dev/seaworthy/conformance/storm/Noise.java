// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import java.util.List;
import java.util.Random;

/** Requests as nobody should send them. */
final class Noise {

    /** Is in many of them, and must be in no answer. */
    static final String CANARY = "c4n4ry0fth3st0rm";

    private static final List<String> LINES = List.of(
            "GET /nowhere/" + CANARY,
            "GET /conformance/wrong-method",
            "DELETE /conformance/wrong-method?q=" + CANARY,
            "GET /conformance/runtime-exception?secret=" + CANARY,
            "GET /conformance/send-error?secret=" + CANARY,
            "GET /conformance/async/callable?secret=" + CANARY,
            "GET http://localhost/conformance/wrong-method",
            "OPTIONS *",
            "TRACE /conformance/wrong-method",
            "CONNECT localhost:80",
            "POST /conformance/body-too-large");
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\0",
            "%00",
            "%zz",
            "%2e%2e/",
            "../",
            "//",
            ";",
            ":",
            " ",
            "\t",
            "\r\n x",
            "\\",
            "{",
            "|",
            "\u00ff",
            "\u00c0\u00af",
            "Content-Length: 5\r\n",
            "Content-Length: -1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip\r\n",
            "Host: \r\n",
            "HTTP/9.9",
            "<script>",
            "Expect: 100-continue\r\n",
            "Upgrade: h2c\r\n",
            "Accept: text/html\r\n",
            "Accept-Language: x-\u00e4;q=9\r\n",
            "traceparent: 00-0\r\n");
    private static final List<String> NAMES = List.of(
            "X-Correlation-Id",
            "X-Request-Id",
            "Accept",
            "Accept-Language",
            "traceparent",
            "tracestate",
            "Cookie",
            "Forwarded",
            "X-Forwarded-For",
            "Content-Type",
            "Host",
            "Range",
            "Connection",
            "Authorization",
            "");

    private Noise() {}

    static String request(Random random, String host) {
        return switch (random.nextInt(4)) {
            case 0 -> bytes(random, 1 + random.nextInt(400));
            case 1 -> mutated(random, random.nextBoolean() ? plain(random, host, "") : upload(random, host));
            case 2 -> plain(random, host, headers(random));
            default -> truncated(random, host);
        };
    }

    private static String plain(Random random, String host, String headers) {
        return pick(random, LINES) + " HTTP/1.1\r\nHost: " + host + "\r\nX-Correlation-Id: noise-"
                + random.nextInt(1 << 20)
                + "-id\r\nAccept-Language: de, en;q=0.5\r\nAccept: application/json\r\n" + headers
                + "Connection: close\r\n\r\n";
    }

    private static String upload(Random random, String host) {
        String part = "--edge\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + CANARY + "\"\r\n\r\n"
                + "x".repeat(random.nextInt(3000)) + "\r\n--edge--\r\n";
        return "POST /conformance/body-too-large HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: " + part.length()
                + "\r\nConnection: close\r\n\r\n" + part;
    }

    private static String mutated(Random random, String valid) {
        StringBuilder text = new StringBuilder(valid);
        for (int left = 1 + random.nextInt(8); left > 0 && text.length() > 1; left--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.insert(at, bytes(random, 1 + random.nextInt(10)));
                default -> text.insert(at, pick(random, PIECES));
            }
        }
        return text.toString();
    }

    private static String headers(Random random) {
        StringBuilder text = new StringBuilder();
        int most = random.nextInt(10) == 0 ? 20_000 : 7_000;
        for (int left = random.nextInt(300); left > 0 && text.length() < most; left--) {
            String name = pick(random, NAMES);
            text.append(name.isEmpty() ? "X-" + Integer.toHexString(random.nextInt()) : name)
                    .append(": ")
                    .append(random.nextInt(3) == 0 ? CANARY + "/ " + left : printable(random, random.nextInt(200)))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String truncated(Random random, String host) {
        StringBuilder text = new StringBuilder("POST /conformance/body-too-large HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\nContent-Type: multipart/form-data; boundary=edge\r\nTransfer-Encoding: chunked\r\n\r\n");
        int head = text.length();
        for (int left = random.nextInt(5); left > 0; left--) {
            String chunk = printable(random, random.nextInt(500));
            String size = random.nextInt(4) == 0
                    ? pick(random, List.of("-1", "ffffffffffffffff", "zz", "", "7fffffff", "1 ;" + CANARY))
                    : Integer.toHexString(chunk.length());
            text.append(size).append("\r\n").append(chunk).append("\r\n");
        }
        text.append("0\r\nTrailer-" + CANARY + ": 1\r\n\r\n");
        text.setLength(head + random.nextInt(text.length() - head + 1));
        return text.toString();
    }

    private static String bytes(Random random, int length) {
        return chars(random, length, 0, 256);
    }

    private static String printable(Random random, int length) {
        return chars(random, length, ' ', 127);
    }

    private static String chars(Random random, int length, int from, int to) {
        StringBuilder text = new StringBuilder(length);
        random.ints(length, from, to).forEach(next -> text.append((char) next));
        return text.toString();
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
