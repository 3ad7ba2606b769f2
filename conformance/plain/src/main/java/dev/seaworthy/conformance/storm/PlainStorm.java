// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.plain.PlainApp;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.SeaworthyFilters;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The storm over {@link PlainApp}; afterwards no thread is left, and none had anything of another request. */
public abstract class PlainStorm extends StormSuite {

    private static final long LONGEST_END = 10_000;

    // A storm from one address is a flood, and the limit would stop it before it reached what it is to shake.
    private final SeaworthyFilters filters =
            SeaworthyFilters.builder().withoutBuiltInLimit().build();
    private final CleanThreads clean = new CleanThreads();
    private Set<Thread> before = Set.of();
    private int port;

    /** For subclasses. */
    protected PlainStorm() {}

    /** Starts the server, with {@link #register} and the container's own error page; answers its port. */
    protected abstract int start(SeaworthyFilters filters) throws Exception;

    /** Stops it. */
    protected abstract void stop() throws Exception;

    /** Registers the app; call it while the context starts. */
    protected final void register(ServletContext context) {
        FilterRegistration.Dynamic watch = context.addFilter("clean-threads", clean);
        watch.setAsyncSupported(true);
        watch.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
        PlainApp.register(context, filters);
    }

    @BeforeAll
    final void startServer() throws Exception {
        before = Thread.getAllStackTraces().keySet();
        port = start(filters);
    }

    @AfterAll
    final void stopServer() throws Exception {
        stop();
        filters.alerts().close();
        clean.assertClean();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !isNotOurs(thread)) {
                thread.join(LONGEST_END);
                assertThat(thread.isAlive()).as("thread %s still runs", thread).isFalse();
            }
        }
    }

    private static boolean isNotOurs(Thread thread) {
        // The JDK's own timer, which all of a process share.
        if (thread.getName().equals("CompletableFutureDelayScheduler")) {
            return true;
        }
        ThreadGroup group = thread.getThreadGroup();
        return thread.getName().startsWith("ForkJoinPool.commonPool")
                || thread.getName().startsWith("junit-")
                || (group != null && !group.getName().equals("main"));
    }

    @Override
    protected URI baseUri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected Telemetry telemetry() {
        return filters.telemetry();
    }
}
