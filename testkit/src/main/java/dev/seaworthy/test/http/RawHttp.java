// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.http;

import dev.seaworthy.core.time.TimeSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An HTTP/1.1 client that sends exactly what it is told, over a connection of its own for each request, and tells a cut
 * answer from a complete one. Bounded in time and bytes. Thread-safe.
 */
public final class RawHttp {

    private static final int MOST_BYTES = 1024 * 1024;

    private final String host;
    private final int port;
    private final Duration limit;

    /**
     * A client for one server.
     *
     * @param server scheme {@code http}, host and port; the path is not used
     * @param limit the longest time one exchange may take
     * @throws IllegalArgumentException if the scheme is not {@code http}
     */
    public RawHttp(URI server, Duration limit) {
        if (!"http".equalsIgnoreCase(server.getScheme()) || server.getHost() == null) {
            throw new IllegalArgumentException("server address must be http://host:port, got '" + server
                    + "'; the raw client speaks no TLS, so point it at the plain port");
        }
        this.host = server.getHost();
        this.port = server.getPort() < 0 ? 80 : server.getPort();
        this.limit = limit;
    }

    /** What a {@code Host} header for this server holds. */
    public String authority() {
        return host + ":" + port;
    }

    /**
     * Sends a request and reads the answer. A server that stops reading, or closes, does not keep its answer from being
     * read.
     *
     * @param request the bytes of the request, each character one byte
     * @param bodiless whether the answer must not have a body whatever its headers say, as after {@code HEAD}; whatever
     *     comes then until the server closes is taken as body, so let such a request ask for {@code Connection: close}
     * @throws UncheckedIOException if nobody listens
     */
    public RawAnswer exchange(String request, boolean bodiless) {
        return exchange(request, bodiless, false);
    }

    /**
     * Sends what may be half a request, says that nothing more will come, and reads the answer. A server need not wait
     * for the rest.
     *
     * @param request the bytes of the request, each character one byte
     * @throws UncheckedIOException if nobody listens
     */
    public RawAnswer exchangeUnfinished(String request) {
        return exchange(request, false, true);
    }

    private RawAnswer exchange(String request, boolean bodiless, boolean nothingMore) {
        try (Socket socket = connect()) {
            Thread writer = startWriting(socket, request, nothingMore);
            try {
                return new AnswerReader(limited(socket), bodiless, MOST_BYTES).read();
            } finally {
                socket.close();
                join(writer);
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(authority() + " does not answer", unreachable);
        }
    }

    /**
     * Sends a request, reads the first bytes of the answer and leaves without a goodbye, as a caller does whose network
     * is gone.
     *
     * @throws UncheckedIOException if nobody listens
     */
    public void leave(String request) {
        try (Socket socket = connect()) {
            // Closing with a linger of zero resets the connection instead of ending it in good order.
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (limited(socket).read() < 0) {
                throw new IOException("connection closed by the server first");
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(authority() + " does not answer", unreachable);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), (int) limit.toMillis());
        return socket;
    }

    private static Thread startWriting(Socket socket, String request, boolean nothingMore) {
        Thread writer = new Thread(
                () -> {
                    try {
                        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                        if (nothingMore) {
                            socket.shutdownOutput();
                        }
                    } catch (IOException refused) {
                        // A server may refuse a request before it has read all of it.
                    }
                },
                "seaworthy-raw-http");
        writer.setDaemon(true);
        writer.start();
        return writer;
    }

    private InputStream limited(Socket socket) throws IOException {
        TimeSource time = TimeSource.system();
        long deadline = time.nanoTime() + limit.toNanos();
        InputStream in = socket.getInputStream();
        return new BufferedInputStream(new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                long left = (deadline - time.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("answer took too long");
                }
                socket.setSoTimeout((int) left);
                return in.read(buffer, offset, length);
            }
        });
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
