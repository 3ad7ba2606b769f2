// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The thread that takes events out of the queue. */
final class QueueWriter extends Thread {

    private static final long IDLE_MILLIS = 500;

    private final BlockingQueue<ILoggingEvent> queue;
    private final AtomicLong characters;
    private final Delivery delivery;
    private final Context context;
    private volatile boolean finishing;
    private volatile boolean abandoned;

    QueueWriter(BlockingQueue<ILoggingEvent> queue, AtomicLong characters, Delivery delivery, Context context) {
        super("logback-seaworthy-queue");
        this.queue = queue;
        this.characters = characters;
        this.delivery = delivery;
        this.context = context;
        setDaemon(true);
    }

    @Override
    public void run() {
        while (!abandoned) {
            ILoggingEvent event = next();
            if (event != null) {
                characters.addAndGet(-QueueAppender.weight(event));
                delivery.deliver(event);
            } else if (finishing) {
                break;
            }
            delivery.look(context);
        }
        if (!abandoned) {
            delivery.summarise(context);
        }
    }

    private @Nullable ILoggingEvent next() {
        ILoggingEvent waiting = queue.poll();
        if (waiting != null || finishing) {
            return waiting;
        }
        try {
            return queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException wokenToFinish) {
            return null;
        }
    }

    /** Writes what waits and ends; what is not written in time is given up. */
    void finish(Duration limit) {
        finishing = true;
        interruptIfIdle();
        boolean interrupted = false;
        try {
            // 0 would wait for ever.
            join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException stop) {
            interrupted = true;
        }
        if (isAlive()) {
            abandoned = true;
            interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // An interrupt in the middle of a write would close a file's channel.
    private void interruptIfIdle() {
        if (queue.isEmpty() && getState() == State.TIMED_WAITING) {
            interrupt();
        }
    }
}
