// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 service on loopback that answers by script; the last line of the script goes on for ever. */
public final class ScriptedService implements AutoCloseable {

    private static final String RESET = "reset";
    private static final String HANG = "hang";

    private final ServerSocket door;
    private final Queue<String> script = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String last = answer(200, "");

    /** One request, header names in lower case. */
    public record Received(String start, Map<String, String> headers, String body) {

        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    public ScriptedService() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        start(this::accept);
    }

    public ScriptedService then(int status, String body, String... headers) {
        return add(answer(status, body, headers));
    }

    /** Cuts the connection as a crash does, after the request was read. */
    public ScriptedService thenReset() {
        return add(RESET);
    }

    /** Never answers. */
    public ScriptedService thenHang() {
        return add(HANG);
    }

    public List<Received> received() {
        return received;
    }

    public URI uri() {
        return URI.create("http://localhost:" + door.getLocalPort() + "/charges");
    }

    @Override
    public void close() throws Exception {
        closed.countDown();
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        for (Thread thread : threads) {
            thread.join(5_000);
        }
    }

    private ScriptedService add(String line) {
        script.add(line);
        return this;
    }

    private static String answer(int status, String body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\nContent-Length: " + body.length() + "\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return head + "\r\n" + body;
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-service");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException done) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            while (true) {
                received.add(read(in));
                String next = script.poll();
                last = next == null ? last : next;
                if (last.equals(HANG)) {
                    closed.await();
                    return;
                }
                if (last.equals(RESET)) {
                    socket.setSoLinger(true, 0);
                    return;
                }
                socket.getOutputStream().write(last.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received read(InputStream in) throws IOException {
        String start = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.containsKey("transfer-encoding")) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
        } else {
            body.write(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return new Received(start, headers, body.toString(StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.substring(0, Math.max(0, line.length() - 1));
    }
}
