// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.core.time.TimeSource;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Takes in a little of a body that nobody reads, so that a client which means well reads its answer before the connection
 * closes. Never waits for one that drips.
 */
final class Drain {

    static final int MAX_BYTES = 1 << 20;
    static final Duration MAX_TIME = Duration.ofSeconds(2);

    /** A client in the middle of sending does not pause for longer. */
    private static final Duration MAX_PAUSE = Duration.ofMillis(250);

    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final TimeSource time;

    Drain(TimeSource time) {
        this.time = time;
    }

    void take(HttpServletRequest request) {
        try {
            ServletInputStream body = request.getInputStream();
            if (!body.isFinished()) {
                take(body);
            }
        } catch (IOException | RuntimeException nothingMore) {
            // The client has gone, or the app has read the body as text.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(InputStream body) throws IOException, InterruptedException {
        byte[] nowhere = new byte[8_192];
        long start = time.nanoTime();
        long last = start;
        long total = 0;
        while (total < MAX_BYTES) {
            int ready = body.available();
            long now = time.nanoTime();
            if (ready > 0) {
                int read = body.read(nowhere, 0, Math.min(ready, nowhere.length));
                if (read < 0) {
                    return;
                }
                total += read;
                last = now;
            } else if (now - last > MAX_PAUSE.toNanos()) {
                return;
            } else {
                time.sleep(LOOK_EVERY);
            }
            if (now - start > MAX_TIME.toNanos()) {
                return;
            }
        }
    }
}
