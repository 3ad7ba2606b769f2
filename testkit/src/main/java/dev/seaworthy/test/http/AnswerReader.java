// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.http;

import dev.seaworthy.test.http.RawAnswer.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/** Reads one answer. What came before a cut stays readable, hence the fields. */
final class AnswerReader {

    private static final String HTTP = "HTTP/1.";
    private static final int MOST_LINE = 64 * 1024;

    private final InputStream in;
    private final boolean bodiless;
    private final int mostBytes;
    private final List<Entry<String, String>> headers = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    AnswerReader(InputStream in, boolean bodiless, int mostBytes) {
        this.in = in;
        this.bodiless = bodiless;
        this.mostBytes = mostBytes;
    }

    RawAnswer read() {
        End end;
        try {
            boolean head;
            do {
                head = readHead();
            } while (status >= 100 && status < 200);
            end = bodiless || !head ? readToTheEnd() : status == 204 || status == 304 ? End.COMPLETE : readBody();
        } catch (SocketTimeoutException late) {
            end = End.TIMED_OUT;
        } catch (IOException | NumberFormatException broken) {
            end = End.CUT_OFF;
        }
        return new RawAnswer(status, headers, body.toString(StandardCharsets.UTF_8), end);
    }

    /** False where there is none: all is body then, as HTTP/0.9 has it. */
    private boolean readHead() throws IOException {
        headers.clear();
        in.mark(HTTP.length());
        String start = new String(in.readNBytes(HTTP.length()), StandardCharsets.ISO_8859_1);
        in.reset();
        if (start.isEmpty()) {
            throw new IOException("connection closed");
        }
        if (!start.equals(HTTP)) {
            return false;
        }
        String[] statusLine = line().split(" ", 3);
        if (statusLine.length < 2) {
            throw new IOException("no status line");
        }
        status = Integer.parseInt(statusLine[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(Map.entry(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        return true;
    }

    private End readBody() throws IOException {
        if (header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return readChunks();
        }
        String length = header("Content-Length");
        return length.isEmpty() ? readToTheEnd() : copy(Long.parseLong(length));
    }

    private End readChunks() throws IOException {
        for (; ; ) {
            long size = Long.parseLong(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                while (!line().isEmpty()) {
                    // trailers are of no interest here
                }
                return End.COMPLETE;
            }
            End end = copy(size);
            if (end != End.COMPLETE) {
                return end;
            }
            line();
        }
    }

    private End readToTheEnd() throws IOException {
        int next;
        while ((next = in.read()) >= 0) {
            if (body.size() >= mostBytes) {
                return End.TOO_LONG;
            }
            body.write(next);
        }
        return End.COMPLETE;
    }

    private End copy(long size) throws IOException {
        for (long left = size; left > 0; left--) {
            if (body.size() >= mostBytes) {
                return End.TOO_LONG;
            }
            body.write(next());
        }
        return End.COMPLETE;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            if (line.length() >= MOST_LINE) {
                throw new IOException("line too long");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new IOException("connection closed");
        }
        return next;
    }

    private String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
