// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The time in which a {@link Correlation} is the current one of a thread. Closing it brings back exactly the MDC and the
 * current correlation that were there when it was opened.
 *
 * <p>Belongs to the thread that opened it. Closed there out of order, it also ends the scopes opened after it, so that
 * one forgotten inside cannot outlive the request. Closed on another thread, it does nothing: that thread's MDC is not
 * its own, and one warning per process says so. Closing twice does nothing.
 */
public final class CorrelationScope implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationScope.class);
    private static final AtomicBoolean WARNED = new AtomicBoolean();
    private static final ThreadLocal<@Nullable CorrelationScope> TOP = new ThreadLocal<>();
    private static final List<String> OWN_KEYS = List.of(
            Correlation.MDC_CORRELATION_ID,
            Correlation.MDC_LINKED_TRACE_ID,
            Correlation.MDC_TRACE_ID,
            Correlation.MDC_SPAN_ID);

    private final @Nullable Correlation correlation;
    private final Runnable restore;
    private final Thread owner = Thread.currentThread();
    private final @Nullable CorrelationScope below = TOP.get();
    private boolean closed;

    private CorrelationScope(@Nullable Correlation correlation, Runnable restore) {
        this.correlation = correlation;
        this.restore = restore;
        TOP.set(this);
    }

    static @Nullable Correlation current() {
        CorrelationScope top = TOP.get();
        return top == null ? null : top.correlation;
    }

    /** Adds the ids to the MDC; closing brings the whole MDC back. */
    static CorrelationScope open(Correlation correlation) {
        Map<String, String> before = mdc();
        Correlation outer = current();
        CorrelationScope scope = new CorrelationScope(correlation, () -> MDC.setContextMap(before));
        putIds(correlation, outer);
        return scope;
    }

    /** Replaces the whole MDC by one captured elsewhere; closing brings the whole MDC back. */
    static CorrelationScope carry(@Nullable Correlation correlation, Map<String, String> mdc) {
        Map<String, String> before = mdc();
        CorrelationScope scope = new CorrelationScope(correlation, () -> MDC.setContextMap(before));
        MDC.setContextMap(mdc);
        return scope;
    }

    /** Touches our own keys only: others restore theirs at the same time, in an order that we do not know. */
    static void push(@Nullable Correlation correlation) {
        Map<String, @Nullable String> before = new HashMap<>();
        OWN_KEYS.forEach(key -> before.put(key, MDC.get(key)));
        Correlation outer = current();
        new CorrelationScope(correlation, () -> before.forEach(CorrelationScope::set));
        putIds(correlation, outer);
    }

    /** Ends the scope opened last on this thread, if there is one. */
    static void pop() {
        CorrelationScope top = TOP.get();
        if (top != null) {
            top.close();
        }
    }

    /** Whether a tracer has put its own trace id into the MDC of this thread. */
    static boolean traced(@Nullable Correlation ours) {
        String there = MDC.get(Correlation.MDC_TRACE_ID);
        return there != null
                && (ours == null
                        || ours.trace() == null
                        || !there.equals(ours.trace().traceId()));
    }

    @Override
    public void close() {
        if (Thread.currentThread() != owner) {
            if (WARNED.compareAndSet(false, true)) {
                LOG.warn("a correlation scope was closed on another thread than it was opened on, which restores"
                        + " nothing; open and close it in one method, and carry it with Propagation.wrap");
            }
            return;
        }
        if (closed) {
            return;
        }
        for (CorrelationScope above = TOP.get(); above != null && above != this; above = above.below) {
            above.closed = true;
        }
        closed = true;
        if (below == null) {
            TOP.remove();
        } else {
            TOP.set(below);
        }
        restore.run();
    }

    static Map<String, String> mdc() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }

    private static void putIds(@Nullable Correlation correlation, @Nullable Correlation outer) {
        set(
                Correlation.MDC_CORRELATION_ID,
                correlation == null ? null : correlation.id().value());
        set(Correlation.MDC_LINKED_TRACE_ID, correlation == null ? null : correlation.linkedTraceId());
        if (!traced(outer)) {
            TraceParent trace = correlation == null ? null : correlation.trace();
            set(Correlation.MDC_TRACE_ID, trace == null ? null : trace.traceId());
            set(Correlation.MDC_SPAN_ID, trace == null ? null : trace.spanId());
        }
    }

    private static void set(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
