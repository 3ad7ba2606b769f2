// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Many requests from many threads, the same ones again for the same seed ({@code -Dstorm.seed=}). */
final class Storm {

    private static final int MOST_FAULTS = 20;

    private final String name;
    private final int requests;
    private final int threads;
    private final long seed = Long.getLong("storm.seed", new SplittableRandom().nextLong());
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private long millis;

    Storm(String name, int requests, int threads) {
        this.name = name;
        this.requests = requests;
        this.threads = threads;
    }

    /** One request; answers what was wrong. */
    interface Gust {
        List<String> blow(int index, Random random);
    }

    /** Runs until all requests are done, or too much is wrong. */
    void rage(Gust gust) {
        long start = TimeSource.system().nanoTime();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> work(gust), "storm-" + i);
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
        running.forEach(Storm::join);
        millis = (TimeSource.system().nanoTime() - start) / 1_000_000;
    }

    private void work(Gust gust) {
        for (int index = next.getAndIncrement(); index < requests; index = next.getAndIncrement()) {
            if (faults.size() >= MOST_FAULTS || Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                gust.blow(index, new Random(seed ^ index * 0x9E3779B97F4A7C15L)).forEach(faults::add);
            } catch (RuntimeException failure) {
                faults.add("request " + index + " failed: " + failure + " by " + failure.getCause());
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            thread.interrupt();
        }
    }

    void count(String what) {
        counts.computeIfAbsent(what, absent -> new LongAdder()).increment();
    }

    long counted(String what) {
        LongAdder adder = counts.get(what);
        return adder == null ? 0 : adder.sum();
    }

    /** Tells the numbers, and fails where something was wrong. */
    void done() {
        note(counts.toString());
        assertThat(faults).as(toString()).isEmpty();
        assertThat(next.get()).as(toString()).isGreaterThanOrEqualTo(requests);
    }

    void note(String text) {
        System.out.println(this + ": " + text);
    }

    @Override
    public String toString() {
        return "storm " + name + " of " + requests + " requests on " + threads + " threads in " + millis
                + " ms, -Dstorm.seed=" + seed;
    }
}
