// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads and connections of one server for tests, which end with it. */
final class Crew {

    private static final long PATIENCE_SECONDS = 10;

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads;

    Crew(String name) {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + '-' + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    interface Work {
        void run() throws IOException;
    }

    void run(Work work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (IOException left) {
                // The other side left, or the test is over.
            }
        });
    }

    /** Runs it with a connection that is closed in the end. */
    void run(Socket connection, Work work) throws IOException {
        connections.add(connection);
        try {
            run(() -> {
                try (connection) {
                    work.run();
                } finally {
                    connections.remove(connection);
                }
            });
        } catch (RejectedExecutionException closed) {
            connections.remove(connection);
            connection.close();
        }
    }

    /** Waits; false when everything was closed meanwhile. */
    boolean pause(Duration wait) {
        try {
            return wait.isZero() ? over.getCount() > 0 : !over.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all connections in good order. */
    void disconnect() {
        connections.forEach(Crew::end);
    }

    /**
     * Ends all connections with a reset. All of them first learn how to end: the end of one ends its counterpart, before
     * its turn comes.
     */
    void reset() {
        for (Socket connection : connections) {
            try {
                connection.setSoLinger(true, 0);
            } catch (IOException closed) {
                // It is gone.
            }
        }
        disconnect();
    }

    private static void end(Socket connection) {
        try {
            connection.close();
        } catch (IOException closed) {
            // It is gone.
        }
    }

    void close(Closeable server) {
        over.countDown();
        threads.shutdown();
        try (server) {
            disconnect();
        } catch (IOException closed) {
            // It is gone.
        }
        disconnect();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
