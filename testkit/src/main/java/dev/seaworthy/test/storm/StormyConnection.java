// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One connection to a {@link StormyService}: requests one after the other, until one of the two ends it. */
final class StormyConnection {

    private final StormyService service;
    private final Socket socket;

    StormyConnection(StormyService service, Socket socket) {
        this.service = service;
        this.socket = socket;
    }

    void serve() throws IOException {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        RequestReader requests = new RequestReader(in, socket.getOutputStream());
        boolean open = true;
        while (open) {
            int first = in.read();
            if (first < 0) {
                return;
            }
            Weather weather = service.begin();
            try {
                open = treat(weather, requests, in, first);
            } finally {
                service.end();
            }
        }
    }

    /** Whether the connection stays open. */
    private boolean treat(Weather weather, RequestReader requests, InputStream in, int first) throws IOException {
        if (weather.fate() == Weather.Fate.RESET_BEFORE_READING) {
            return reset();
        }
        Received request = requests.read(first);
        service.note(request);
        if (!stays(in, weather.latency())) {
            return false;
        }
        return switch (weather.fate()) {
            case HANG -> {
                in.read();
                yield false;
            }
            case RESET_AFTER_READING, RESET_BEFORE_READING -> reset();
            case ANSWER, HALF_ANSWER -> answer(weather, request);
        };
    }

    /** Waits; false when the client leaves, or the service is closed, meanwhile. */
    private boolean stays(InputStream in, Duration wait) throws IOException {
        if (wait.toMillis() == 0) {
            return service.pause(wait);
        }
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, wait.toMillis()));
        try {
            in.mark(1);
            if (in.read() < 0) {
                return false;
            }
            in.reset();
            return service.pause(wait);
        } catch (SocketTimeoutException stayed) {
            return true;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private boolean reset() throws IOException {
        // Closing with a linger of zero resets the connection instead of ending it in good order.
        socket.setSoLinger(true, 0);
        socket.close();
        return false;
    }

    private boolean answer(Weather weather, Received request) throws IOException {
        byte[] body = weather.body().getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        boolean bodiless = request.method().equals("HEAD") || weather.status() == 204 || weather.status() == 304;
        out.write(head(weather, bodiless && !request.method().equals("HEAD") ? -1 : body.length)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        boolean half = weather.fate() == Weather.Fate.HALF_ANSWER;
        int length = bodiless ? 0 : half ? body.length / 2 : body.length;
        if (weather.drip().isZero()) {
            out.write(body, 0, length);
            out.flush();
        } else if (!drip(weather, body, length, out)) {
            return false;
        }
        return !half && !request.header("Connection").equalsIgnoreCase("close");
    }

    private boolean drip(Weather weather, byte[] body, int length, OutputStream out) throws IOException {
        for (int i = 0; i < length; i++) {
            if (!service.pause(weather.drip())) {
                return false;
            }
            out.write(body[i]);
            out.flush();
        }
        return true;
    }

    private static String head(Weather weather, int length) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(weather.status()).append(" Stormy\r\n");
        for (Map.Entry<String, String> header : weather.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        if (length >= 0) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }
}
