// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server, on a free port of the loopback interface, and does to the connection what networks
 * do. The server may speak any protocol over TCP.
 *
 * <pre>{@code
 * try (TcpFaults network = TcpFaults.to("127.0.0.1", postgresPort)) {
 *     dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + network.port() + "/shop");
 *     network.refuse();
 *     …
 *     network.pass();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TcpFaults implements AutoCloseable {

    private static final int CHUNK = 8 * 1024;

    private final InetSocketAddress target;
    private final Crew crew = new Crew("tcp-faults");
    private final int port;
    private @Nullable Door door;
    private Duration delay = Duration.ZERO;
    private boolean frozen;
    private boolean closed;
    private long accepted;

    /** The port is refused for sure only when the thread that accepts has left. */
    private record Door(ServerSocket socket, CountDownLatch left) {}

    private TcpFaults(InetSocketAddress target) throws IOException {
        this.target = target;
        Door first = open(0);
        this.door = first;
        this.port = first.socket().getLocalPort();
    }

    /** Stands before the server at this address, and lets everything pass. */
    public static TcpFaults to(String host, int port) {
        try {
            TcpFaults faults = new TcpFaults(new InetSocketAddress(host, port));
            faults.startAccepting();
            return faults;
        } catch (IOException noPort) {
            throw new UncheckedIOException("TCP fault proxy finds no free port", noPort);
        }
    }

    /** Where clients connect to, on the loopback interface. */
    public int port() {
        return port;
    }

    /** How many connections clients have made. */
    public synchronized long accepted() {
        return accepted;
    }

    /** Nothing passes any more, in neither direction; connections stay, and new ones can be made: clients wait. */
    public synchronized void freeze() {
        frozen = true;
    }

    /** New connections are refused and those that exist are closed: the server is gone. */
    public void refuse() {
        Door open;
        synchronized (this) {
            open = door;
            door = null;
        }
        if (open != null) {
            shut(open);
        }
        crew.disconnect();
    }

    /** All connections that exist are reset; new ones can be made. */
    public void reset() {
        crew.reset();
    }

    /** Whatever is read from either side waits so long before it passes, from now on. */
    public synchronized void delay(Duration each) {
        delay = each;
    }

    /** Everything passes again, without delay; what was frozen goes on. */
    public void pass() {
        synchronized (this) {
            frozen = false;
            delay = Duration.ZERO;
            notifyAll();
            if (door != null || closed) {
                return;
            }
            try {
                door = open(port);
            } catch (IOException taken) {
                throw new UncheckedIOException("port " + port + " was taken while it was refused", taken);
            }
        }
        startAccepting();
    }

    /** Ends all connections and waits for its threads. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            frozen = false;
            notifyAll();
        }
        refuse();
        crew.close(() -> {});
    }

    private static Door open(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return new Door(socket, new CountDownLatch(1));
    }

    private static void shut(Door open) {
        try {
            open.socket().close();
            open.left().await();
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAccepting() {
        Door open;
        synchronized (this) {
            open = door;
        }
        if (open != null) {
            crew.run(() -> {
                try {
                    accept(open.socket());
                } finally {
                    open.left().countDown();
                }
            });
        }
    }

    private void accept(ServerSocket listening) throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            synchronized (this) {
                accepted++;
            }
            if (listening.isClosed()) {
                client.close();
            } else {
                crew.run(client, () -> connect(client));
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (!mayPass()) {
            return;
        }
        Socket upstream = new Socket();
        upstream.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        upstream.connect(target);
        crew.run(upstream, () -> pump(upstream, client));
        pump(client, upstream);
    }

    /** Until either side ends; then both do. */
    private void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            int read = in.read(chunk);
            while (read >= 0 && crew.pause(delayNow()) && mayPass()) {
                out.write(chunk, 0, read);
                out.flush();
                read = in.read(chunk);
            }
        }
    }

    private synchronized Duration delayNow() {
        return delay;
    }

    /** Waits while frozen; false when everything was closed meanwhile. */
    private synchronized boolean mayPass() {
        try {
            while (frozen) {
                wait();
            }
            return !closed;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
