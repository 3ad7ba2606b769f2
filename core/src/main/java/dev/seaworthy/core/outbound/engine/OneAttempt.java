// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.breaker.Period;
import dev.seaworthy.core.outbound.flight.Flight;
import dev.seaworthy.core.outbound.http.OutboundHeaders;
import dev.seaworthy.core.outbound.judge.Verdicts;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as its work sees it, its place in the bulkhead and its lease from the breaker: one object, because it is made
 * for every call.
 */
final class OneAttempt extends Flight implements Attempt {

    private static final long MILLI = 1_000_000;

    private final GuardedDoor door;
    private final Setup setup;
    private final CallPlan plan;
    private final int number;
    private final long startNanos;
    private Period lease = Period.UNCOUNTED;
    private volatile @Nullable Object interruptible;
    private @Nullable String key;
    private boolean keySent;

    OneAttempt(GuardedDoor door, Setup setup, CallPlan plan, int number, long now, long deadline) {
        super(Math.min(now + setup.attemptNanos() - deadline, 0) + deadline, now + setup.slowNanos());
        this.door = door;
        this.setup = setup;
        this.plan = plan;
        this.number = number;
        this.startNanos = now;
    }

    Setup setup() {
        return setup;
    }

    CallPlan plan() {
        return plan;
    }

    long startNanos() {
        return startNanos;
    }

    Period lease() {
        return lease;
    }

    void lease(Period granted) {
        lease = granted;
    }

    /** A thread to interrupt, or what to run. */
    void interruptible(Object target) {
        interruptible = target;
    }

    /** Goes on with the key of an attempt before. */
    synchronized void follow(OneAttempt before) {
        synchronized (before) {
            key = before.key;
            keySent = before.keySent;
        }
    }

    /** Whether a second attempt does no harm. */
    synchronized boolean isRepeatable() {
        return plan.idempotent() || keySent;
    }

    /** Whether it had so much time that the service, not the caller, is to blame for the end of it. */
    boolean wasFair() {
        return stopAtNanos() - startNanos >= setup.attemptNanos() / 2;
    }

    /** What it is when it was stopped. */
    Classification timedOut() {
        return wasFair() ? Verdicts.TIMED_OUT : Verdicts.DEADLINE_EXCEEDED;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Duration remaining() {
        return Duration.ofNanos(Math.max(MILLI, stopAtNanos() - door.nanoTime()));
    }

    @Override
    public synchronized @Nullable String idempotencyKey() {
        if (key == null) {
            key = plan.idempotencyKey();
        }
        if (key == null && !plan.idempotent() && setup.settings().idempotencyHeader() != null) {
            key = door.drawKey();
        }
        keySent |= key != null;
        return key;
    }

    @Override
    public void inject(BiConsumer<String, String> sink) {
        if (setup.settings().sendHeaders()) {
            sink.accept(OutboundHeaders.REMAINING, Long.toString(remaining().toMillis()));
            if (number > 1) {
                sink.accept(OutboundHeaders.ATTEMPT, Integer.toString(number));
            }
        }
        String sent = idempotencyKey();
        if (sent != null) {
            String header = setup.settings().idempotencyHeader();
            sink.accept(header == null ? OutboundHeaders.IDEMPOTENCY_KEY : header, sent);
        }
    }

    @Override
    protected void interrupt() {
        Object target = interruptible;
        if (target instanceof Thread thread) {
            thread.interrupt();
        } else if (target instanceof Runnable stop) {
            stop.run();
        }
    }

    @Override
    protected void reportSlow(long now, boolean timeIsOver) {
        door.hung(this, now - startNanos, timeIsOver);
    }

    static String key(long high, long low) {
        return new UUID(high & ~0xf000L | 0x4000L, low & Long.MAX_VALUE >>> 1 | Long.MIN_VALUE).toString();
    }
}
