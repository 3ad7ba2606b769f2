// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads HTTP/1.1 requests off a connection, one after the other. */
final class RequestReader {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, whose first byte was read already. */
    Received read(int firstByte) throws IOException {
        String[] line = line((char) firstByte + "").split(" ", 3);
        if (line.length < 3) {
            throw new IOException("no request line");
        }
        Map<String, List<String>> headers = headers();
        return new Received(line[0], line[1], headers, new String(body(headers), StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String line = line("");
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).trim());
            }
            line = line("");
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("Expect")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (headers.containsKey("Transfer-Encoding")) {
            return chunks();
        }
        List<String> length = headers.getOrDefault("Content-Length", List.of("0"));
        return exactly(Integer.parseInt(length.get(0)));
    }

    private byte[] chunks() throws IOException {
        byte[] all = new byte[0];
        int size = chunkSize();
        while (size > 0) {
            byte[] chunk = exactly(size);
            byte[] joined = new byte[all.length + size];
            System.arraycopy(all, 0, joined, 0, all.length);
            System.arraycopy(chunk, 0, joined, all.length, size);
            all = joined;
            line("");
            size = chunkSize();
        }
        while (!line("").isEmpty()) {
            // Trailers.
        }
        return all;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line("").split(";", 2)[0].trim(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("body of " + length + " bytes is too long");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("client left within its request");
        }
        return bytes;
    }

    private String line(String begun) throws IOException {
        StringBuilder line = new StringBuilder(begun);
        int next = in.read();
        while (next != '\n') {
            if (next < 0 || line.length() > MOST_BYTES) {
                throw new EOFException("client left within its request");
            }
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }
}
