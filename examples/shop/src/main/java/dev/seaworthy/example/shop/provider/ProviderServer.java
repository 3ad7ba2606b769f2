// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks HTTP/1.1 on the loopback interface. The JDK's own server always closes politely; this one can also reset, as a
 * crashed machine or an impatient load balancer does.
 */
final class ProviderServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProviderServer.class);
    private static final int MAX_CONNECTIONS = 1024;

    private final Function<ProviderRequest, ProviderAnswer> desk;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    ProviderServer(int port, Function<ProviderRequest, ProviderAnswer> desk) {
        this.desk = desk;
        try {
            this.door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "payment provider cannot listen, got port '" + port
                            + "'; free it or set PROVIDER_PORT to another one",
                    e);
        }
        this.threads = new ThreadPoolExecutor(
                1, MAX_CONNECTIONS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), ProviderServer::thread);
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                try {
                    threads.execute(() -> serve(socket));
                } catch (RejectedExecutionException full) {
                    end(socket);
                }
            } catch (IOException closed) {
                log.debug("payment provider stopped listening", closed);
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                ProviderRequest request = ProviderRequest.read(in);
                more = request != null && answer(socket, request);
            }
        } catch (ProtocolException unreadable) {
            log.info("payment provider hung up on a request: {}", unreadable.getMessage());
        } catch (IOException gone) {
            log.debug("a client of the payment provider went away", gone);
        } finally {
            end(socket);
        }
    }

    /** Whether the connection stays open. */
    private boolean answer(Socket socket, ProviderRequest request) throws IOException {
        ProviderAnswer answer = desk.apply(request);
        if (answer instanceof ProviderAnswer.Reply reply) {
            boolean last = request.header("connection").equalsIgnoreCase("close");
            socket.getOutputStream().write(reply.bytes(last));
            return !last;
        }
        // Closing without lingering makes the kernel send RST instead of FIN.
        socket.setSoLinger(true, 0);
        return false;
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            log.debug("a connection of the payment provider was already broken", alreadyBroken);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "payment-provider");
        thread.setDaemon(true);
        return thread;
    }
}
