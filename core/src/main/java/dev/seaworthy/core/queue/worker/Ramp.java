// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.worker;

import java.time.Duration;

/**
 * Lets a backlog drain gently once its service is back: a start that differs from node to node, then one entry, two, four,
 * and never more in a second than so many. Over when nothing waits any more. Thread-safe.
 */
final class Ramp {

    private final int perSecond;

    private boolean active;
    private long startAt;
    private int allowed;
    private double tokens;
    private long filledAt;

    Ramp(int perSecond) {
        this.perSecond = perSecond;
    }

    synchronized void start(long now, Duration delay) {
        active = true;
        startAt = now + delay.toNanos();
        allowed = 1;
        tokens = 1;
        filledAt = startAt;
    }

    synchronized boolean isActive() {
        return active;
    }

    /** How many of those wanted may be claimed. */
    synchronized int permits(int wanted, long now) {
        if (!active) {
            return wanted;
        }
        if (now - startAt < 0) {
            return 0;
        }
        tokens = Math.min(perSecond, tokens + (now - filledAt) * (double) perSecond / 1e9);
        filledAt = now;
        return Math.min(wanted, Math.min(allowed, (int) tokens));
    }

    synchronized void claimed(int permitted, int got) {
        if (!active) {
            return;
        }
        tokens -= got;
        if (got < permitted) {
            active = false;
        } else {
            allowed = Math.min(allowed * 2, perSecond);
        }
    }
}
