// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, but not beyond the stop. Thread-safe. */
public final class Stoppable {

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Ends all waiting, for good. */
    public void stop() {
        stopped.countDown();
    }

    /** Whether it has ended. */
    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits; false if it was cut short. An interrupt cuts it short and stays set. */
    public boolean pause(Duration length) {
        try {
            return !stopped.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
