// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.alert;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.alert.Notice;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A sink that keeps what the team would have been told. In a Spring test make it a bean: all sinks that are beans are told.
 * Alerts are sent in the background, so wait for them. Thread-safe.
 *
 * <pre>{@code
 * alerts.awaitRaised("DATABASE_UNAVAILABLE", Duration.ofSeconds(10));
 * }</pre>
 */
public final class RecordingAlerts implements AlertSink {

    /** So many of the latest notices are kept. */
    public static final int MAX_NOTICES = 1_000;

    private final Deque<Notice> notices = new ArrayDeque<>();

    /** Nothing was told yet. */
    public RecordingAlerts() {}

    @Override
    public void send(Alert alert) {
        tell(new Notice(Notice.Kind.RAISED, alert, 0, Duration.ZERO, "", Instant.EPOCH));
    }

    @Override
    public synchronized void tell(Notice notice) {
        if (notices.size() >= MAX_NOTICES) {
            notices.poll();
        }
        notices.add(notice);
        notifyAll();
    }

    /** What was told, the oldest first. A snapshot. */
    public synchronized List<Notice> notices() {
        return new ArrayList<>(notices);
    }

    /** The alerts that were raised, the oldest first, without digests and ends. A snapshot. */
    public List<Alert> raised() {
        return notices().stream()
                .filter(notice -> notice.kind() == Notice.Kind.RAISED)
                .map(Notice::alert)
                .toList();
    }

    /** Forgets everything. */
    public synchronized void clear() {
        notices.clear();
    }

    /**
     * Waits until an alert of this code has been raised.
     *
     * @throws AssertionError if none was within the time; it says what was told instead
     */
    public Alert awaitRaised(String code, Duration limit) {
        return await(Notice.Kind.RAISED, code, limit).alert();
    }

    /**
     * Waits until an alert of this code has been told to be over.
     *
     * @throws AssertionError if none was within the time; it says what was told instead
     */
    public Notice awaitResolved(String code, Duration limit) {
        return await(Notice.Kind.RESOLVED, code, limit);
    }

    private synchronized Notice await(Notice.Kind kind, String code, Duration limit) {
        TimeSource time = TimeSource.system();
        long deadline = time.nanoTime() + limit.toNanos();
        while (true) {
            for (Notice notice : notices) {
                if (notice.kind() == kind && notice.alert().code().equals(code)) {
                    return notice;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - time.nanoTime());
            if (left <= 0) {
                throw new AssertionError("alert " + code + " must be told as " + kind + " within " + limit + ", got '"
                        + told() + "'; see that the cause is there and that this sink is told");
            }
            try {
                wait(left);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for alert " + code, stop);
            }
        }
    }

    private String told() {
        return notices.isEmpty()
                ? "nothing"
                : notices.stream()
                        .map(notice -> notice.kind() + " " + notice.alert().code() + " "
                                + notice.alert().subject())
                        .collect(Collectors.joining(", "));
    }
}
