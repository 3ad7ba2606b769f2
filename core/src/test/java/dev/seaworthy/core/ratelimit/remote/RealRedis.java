// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import dev.seaworthy.core.ratelimit.store.Buckets;
import java.io.IOException;
import java.net.ServerSocket;
import org.awaitility.Awaitility;
import redis.embedded.RedisServer;

/** A Redis of its own on a free port of the loopback address. */
record RealRedis(RedisServer server, int port) {

    static RealRedis start() throws IOException {
        int port = freePort();
        return startAt(port);
    }

    static RealRedis startAt(int port) throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return new RealRedis(server, port);
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    void stop() throws IOException {
        server.stop();
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Until the store has nothing left to do. */
    static void settle(Buckets buckets) {
        Awaitility.await().until(() -> ((SharedBuckets) buckets).isSettled());
    }
}
