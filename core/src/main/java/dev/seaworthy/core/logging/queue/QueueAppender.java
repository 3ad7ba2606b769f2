// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import dev.seaworthy.core.time.TimeSource;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, so that nobody who logs ever waits for a disk or a terminal. The queue is bounded, by
 * events and by characters; what does not fit is dropped by level, lightest first, and accounted for in {@link LogLosses}
 * and in a summary line. Equal events are left out above an allowance. Stopping it writes what waits, within
 * {@link QueueSettings#flush()}.
 */
public final class QueueAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {

    private final AppenderAttachableImpl<ILoggingEvent> inside = new AppenderAttachableImpl<>();
    private final TimeSource time;
    private QueueSettings settings;
    private @Nullable Running running;

    /** For Logback's configuration. */
    public QueueAppender() {
        this(QueueSettings.withDefaults(), TimeSource.system());
    }

    /** Set up by hand. */
    public QueueAppender(QueueSettings settings, TimeSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** How many events may wait. */
    public void setCapacity(int events) {
        settings = new QueueSettings(events, settings.duplicates(), settings.flush());
    }

    /** How many equal events pass in ten seconds; 0 for any number. */
    public void setDuplicates(int allowance) {
        settings = new QueueSettings(settings.capacity(), allowance, settings.flush());
    }

    private record Running(
            BlockingQueue<ILoggingEvent> queue,
            AtomicLong characters,
            DropRule rule,
            @Nullable Duplicates duplicates,
            LogLosses losses,
            QueueWriter writer) {}

    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        BlockingQueue<ILoggingEvent> queue = new ArrayBlockingQueue<>(settings.capacity());
        AtomicLong characters = new AtomicLong();
        LogLosses losses = LogLosses.of(getContext());
        QueueWriter writer = new QueueWriter(queue, characters, new Delivery(inside, losses, time), getContext());
        running = new Running(
                queue,
                characters,
                new DropRule(settings.capacity()),
                settings.duplicates() == 0 ? null : new Duplicates(settings.duplicates()),
                losses,
                writer);
        super.start();
        writer.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        Running now = running;
        if (now == null) {
            return;
        }
        if (!now.rule.admits(event.getLevel(), now.queue.size())) {
            now.losses.lost(LogLosses.DROPPED, event.getLevel());
            return;
        }
        event.prepareForDeferredProcessing();
        if (now.duplicates != null && now.duplicates.suppresses(event, time.nanoTime())) {
            now.losses.lost(LogLosses.SUPPRESSED, event.getLevel());
            return;
        }
        long weight = weight(event);
        if (now.characters.addAndGet(weight) > QueueSettings.MAX_CHARACTERS || !now.queue.offer(event)) {
            now.characters.addAndGet(-weight);
            now.losses.lost(LogLosses.DROPPED, event.getLevel());
        }
    }

    static long weight(ILoggingEvent event) {
        String message = event.getFormattedMessage();
        return message == null ? 0 : message.length();
    }

    @Override
    public void stop() {
        Running last = running;
        if (!isStarted() || last == null) {
            return;
        }
        super.stop();
        last.writer.finish(settings.flush());
        running = null;
        inside.detachAndStopAllAppenders();
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        inside.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return inside.iteratorForAppenders();
    }

    @Override
    public @Nullable Appender<ILoggingEvent> getAppender(String name) {
        return inside.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return inside.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        inside.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return inside.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        return inside.detachAppender(name);
    }
}
