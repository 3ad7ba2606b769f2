// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire; as much of HTTP/1.1 as a payment provider needs.
 *
 * @param headers by lower-case name
 */
record ProviderRequest(String method, String path, Map<String, String> headers, String body) {

    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_BODY = 64 * 1024;

    /**
     * Reads the next request of a connection.
     *
     * @return null at the end of the connection
     * @throws ProtocolException if it is not HTTP, or too large
     */
    static @Nullable ProviderRequest read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        String[] parts = start.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("not a request line");
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = required(in); !header.isEmpty(); header = required(in)) {
            int colon = header.indexOf(':');
            if (colon < 1 || headers.size() == MAX_HEADERS) {
                throw new ProtocolException("bad or too many headers");
            }
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        return new ProviderRequest(parts[0], parts[1], headers, body(in, headers));
    }

    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = number(required(in), 16); size > 0; size = number(required(in), 16)) {
                copy(in, body, size);
                required(in);
            }
            required(in);
        } else {
            copy(in, body, number(headers.getOrDefault("content-length", "0"), 10));
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static void copy(InputStream in, ByteArrayOutputStream body, int size) throws IOException {
        if (body.size() + size > MAX_BODY) {
            throw new ProtocolException("body too large");
        }
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        body.write(bytes);
    }

    private static int number(String text, int radix) throws ProtocolException {
        try {
            int number = Integer.parseInt(text.trim(), radix);
            if (number >= 0 && number <= MAX_BODY) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, for all bad sizes.
        }
        throw new ProtocolException("bad size");
    }

    private static String required(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.length() == MAX_LINE) {
                throw new ProtocolException("line too long");
            }
            line.append((char) b);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }
}
