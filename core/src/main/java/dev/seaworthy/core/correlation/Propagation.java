// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import io.micrometer.context.ThreadLocalAccessor;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the current {@link Correlation} and the whole MDC to other threads, and the ids to other services. What is
 * carried is what was there when the task was wrapped or handed to the executor; afterwards the working thread has back
 * exactly what it had before. Thread-safe.
 */
public final class Propagation {

    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";

    private Propagation() {}

    /** The same task, in the context of this moment. */
    public static Runnable wrap(Runnable task) {
        Carried carried = Carried.capture();
        return () -> {
            try (CorrelationScope ignored = carried.open()) {
                task.run();
            }
        };
    }

    /** The same task, in the context of this moment. */
    public static <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        Carried carried = Carried.capture();
        return () -> {
            try (CorrelationScope ignored = carried.open()) {
                return task.call();
            }
        };
    }

    /**
     * The same supplier, in the context of this moment, as {@code CompletableFuture.supplyAsync} wants one. It has a name
     * of its own because a lambda would fit both {@code wrap(Callable)} and {@code wrap(Supplier)}.
     */
    public static <T extends @Nullable Object> Supplier<T> wrapSupplier(Supplier<T> task) {
        Carried carried = Carried.capture();
        return () -> {
            try (CorrelationScope ignored = carried.open()) {
                return task.get();
            }
        };
    }

    /** Runs every task in the context of the thread that handed it over; for {@code CompletableFuture} too. */
    public static Executor executor(Executor executor) {
        return task -> executor.execute(wrap(task));
    }

    /**
     * Runs every task in the context of the thread that handed it over. Shutting it down shuts down the one inside; tasks
     * that {@code shutdownNow} gives back are the wrapped ones.
     */
    public static ExecutorService executorService(ExecutorService executor) {
        return new CarryingExecutor(executor);
    }

    /** As {@link #executorService}; a periodic task runs each time in the context in which it was scheduled. */
    public static ScheduledExecutorService scheduledExecutorService(ScheduledExecutorService executor) {
        return new CarryingScheduler(executor);
    }

    /**
     * Adds the ids of the sending thread to every request that does not have them yet. Callbacks of {@code sendAsync} run
     * on the client's own threads: wrap them. On JDK 21 and newer, close the client inside, not this one.
     */
    public static HttpClient httpClient(HttpClient client) {
        return new CarryingHttpClient(client);
    }

    /** Offers the headers of an outgoing request to {@code sink}, name and value; none outside of every scope. */
    public static void inject(BiConsumer<String, String> sink) {
        inject(Correlation.HEADER, name -> false, sink);
    }

    /**
     * Offers those headers of an outgoing request that it does not have yet: the id, and {@code traceparent} with
     * {@code tracestate} where the trace is one to {@linkplain Correlation#traceHandedOn() hand on} and no tracer has taken
     * over on this thread.
     *
     * @param idHeader the name under which the id is sent
     * @param has whether the request has a header of that name already
     * @param sink gets name and value
     */
    public static void inject(String idHeader, Predicate<String> has, BiConsumer<String, String> sink) {
        Correlation current = Correlation.current();
        if (current == null) {
            return;
        }
        if (!has.test(idHeader)) {
            sink.accept(idHeader, current.id().value());
        }
        TraceParent trace = current.trace();
        if (trace == null || !current.traceHandedOn() || CorrelationScope.traced(current) || has.test(TRACEPARENT)) {
            return;
        }
        sink.accept(TRACEPARENT, trace.toHeader());
        String state = current.traceState();
        if (state != null && !has.test(TRACESTATE)) {
            sink.accept(TRACESTATE, state);
        }
    }

    private record Carried(@Nullable Correlation correlation, Map<String, String> mdc) {

        static Carried capture() {
            return new Carried(Correlation.current(), CorrelationScope.mdc());
        }

        CorrelationScope open() {
            return CorrelationScope.carry(correlation, mdc);
        }
    }

    /**
     * Lets Micrometer's context propagation, and with it Reactor, carry the current correlation; found by its
     * {@code ServiceLoader} where that library is present.
     */
    public static final class Accessor implements ThreadLocalAccessor<Correlation> {

        /** The key in a {@code ContextSnapshot} and in a Reactor context. */
        public static final String KEY = "seaworthy.correlation";

        /** For the service loader. */
        public Accessor() {}

        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public @Nullable Correlation getValue() {
            return Correlation.current();
        }

        @Override
        public void setValue(Correlation value) {
            CorrelationScope.push(value);
        }

        @Override
        public void setValue() {
            CorrelationScope.push(null);
        }

        @Override
        public void restore(Correlation previousValue) {
            CorrelationScope.pop();
        }

        @Override
        public void restore() {
            CorrelationScope.pop();
        }
    }
}
