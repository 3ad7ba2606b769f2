// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.MDC;

/**
 * Fails a test that changes the MDC of its thread, and a test class that leaves threads running. Found by JUnit itself,
 * so no test has to name it.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    /** Threads that outlive a test class on purpose: of cached contexts, of the JDK, of libraries' shared timers. */
    private static final Pattern SHARED = Pattern.compile(
            "(surefire|junit|main|Common-Cleaner|Finalizer|Reference Handler|Signal Dispatcher|Attach Listener|process reaper"
                    + "|ForkJoinPool\\.commonPool|CompletableFutureDelayScheduler|VirtualThread-\\w+|HttpClient-\\d+-SelectorManager"
                    + "|HttpClient-\\d+-Worker|seaworthy-outbound-timer|idle-connection|Keep-Alive-Timer|OkHttp TaskRunner|Okio Watchdog|H2-|MVStore|HikariPool|Catalina-|container-\\d"
                    + "|http-nio|Tomcat|qtp|Connector-Scheduler|Session-HouseKeeper|server-timer|SpringApplicationShutdown"
                    + "|logback|Java2D|AWT|Mockito|ObjectCleaner|Cleaner-|reactor-|parallel-|boundedElastic).*");

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put("threads", liveThreads());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        @SuppressWarnings("unchecked")
        Set<Thread> before = (Set<Thread>) Objects.requireNonNull(store(context).get("threads"));
        long deadline = System.nanoTime() + GRACE_NANOS;
        for (Thread thread : strangers(before)) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        List<String> left = strangers(before).stream()
                .map(thread -> thread.getName() + " " + thread.getState())
                .toList();
        if (!left.isEmpty()) {
            throw new AssertionError(context.getDisplayName() + " left threads running: " + left
                    + "; stop what the test starts, or name a shared pool in LeakCheck");
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put("mdc", mdc());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Object before = store(context).get("mdc");
        Map<String, String> after = mdc();
        if (!after.equals(before)) {
            MDC.clear();
            throw new AssertionError(context.getDisplayName() + " left the MDC changed: it was " + before + ", it is "
                    + after + "; close every scope that the test opens");
        }
    }

    private static List<Thread> strangers(Set<Thread> before) {
        return liveThreads().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !SHARED.matcher(thread.getName()).matches())
                .filter(thread -> !thread.getClass().getName().equals("jdk.internal.misc.CarrierThread"))
                .toList();
    }

    private static Set<Thread> liveThreads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static Map<String, String> mdc() {
        Map<String, String> map = MDC.getCopyOfContextMap();
        return map == null ? Map.of() : map;
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(LeakCheck.class, context.getUniqueId()));
    }
}
