// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import java.time.Duration;

/**
 * What can be chosen about the queue of a node. Immutable; the {@code with} methods answer a copy.
 *
 * @param threads that run handlers, from 1; no more entries are claimed than there are free ones
 * @param pollInterval how often it looks for work that nobody told it of
 * @param lease how long an entry is held without a sign of life; renewed after a third of it
 * @param scanInterval how often it looks for leases that ran out; with the lease, the time until a dead node's entries run
 *     elsewhere
 * @param drainTime how long a stop waits for running handlers before it hands their entries back
 * @param keepDone how long entries that are done or refused are kept: as long, their keys are known
 * @param maxUnheard deliveries of an entry that nothing is heard of until it is taken for one that kills its node
 * @param groupSize outcomes stored in one transaction, at most; 1 stores each on its own
 * @param drainPerSecond entries of a queue claimed in a second while its backlog drains after an outage
 * @param gateWindow how long a success of another node speaks for a service whose breaker has opened here
 * @param alertAge how long an entry may be due before somebody is told
 */
public record QueueSettings(
        int threads,
        Duration pollInterval,
        Duration lease,
        Duration scanInterval,
        Duration drainTime,
        Duration keepDone,
        int maxUnheard,
        int groupSize,
        int drainPerSecond,
        Duration gateWindow,
        Duration alertAge) {

    /** The largest payload, in characters of JSON. */
    public static final int MAX_PAYLOAD = 256 * 1024;

    private static final QueueSettings DEFAULTS = new QueueSettings(
            16,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(8),
            Duration.ofSeconds(20),
            Duration.ofHours(24),
            5,
            50,
            100,
            Duration.ofSeconds(10),
            Duration.ofMinutes(15));

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is below 1 or a time not longer than nothing
     */
    public QueueSettings {
        atLeastOne("threads", threads);
        atLeastOne("maxUnheard", maxUnheard);
        atLeastOne("groupSize", groupSize);
        atLeastOne("drainPerSecond", drainPerSecond);
        positive("pollInterval", pollInterval);
        positive("lease", lease);
        positive("scanInterval", scanInterval);
        positive("keepDone", keepDone);
        positive("gateWindow", gateWindow);
        positive("alertAge", alertAge);
        if (drainTime.isNegative()) {
            throw new IllegalArgumentException(
                    "queue drainTime must not be negative, got '" + drainTime + "'; write 0 to wait for nobody");
        }
    }

    /** What fits most apps. */
    public static QueueSettings withDefaults() {
        return DEFAULTS;
    }

    /** Other threads. */
    public QueueSettings withThreads(int number) {
        return copy(number, pollInterval, lease, scanInterval, drainTime, groupSize);
    }

    /** Another rhythm. */
    public QueueSettings withRhythm(Duration poll, Duration leaseTime, Duration scan) {
        return copy(threads, poll, leaseTime, scan, drainTime, groupSize);
    }

    /** Another wait at the stop. */
    public QueueSettings withDrainTime(Duration time) {
        return copy(threads, pollInterval, lease, scanInterval, time, groupSize);
    }

    /** Other groups. */
    public QueueSettings withGroupSize(int size) {
        return copy(threads, pollInterval, lease, scanInterval, drainTime, size);
    }

    private QueueSettings copy(int number, Duration poll, Duration leaseTime, Duration scan, Duration drain, int size) {
        return new QueueSettings(
                number, poll, leaseTime, scan, drain, keepDone, maxUnheard, size, drainPerSecond, gateWindow, alertAge);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("queue " + name + " must be 1 or more, got '" + value + "'; write 1");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "queue " + name + " must be longer than nothing, got '" + value + "'; write for example 1s");
        }
    }
}
