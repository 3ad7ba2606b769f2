// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.ThreadLocalAccessor;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ContextPropagationTest {

    private static final TraceParent TRACE =
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final Correlation REQUEST = new Correlation(new CorrelationId("the-request"), TRACE, null);
    private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry().loadThreadLocalAccessors())
            .clearMissing(true)
            .build();

    @Test
    void micrometerFindsTheAccessorByItself() {
        assertThat(ContextRegistry.getInstance().getThreadLocalAccessors())
                .extracting(ThreadLocalAccessor::key)
                .contains(Propagation.Accessor.KEY);
    }

    @Test
    void aSnapshotCarriesTheCorrelationToAnotherThread() throws Exception {
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        try {
            ContextSnapshot snapshot;
            try (CorrelationScope scope = REQUEST.open()) {
                snapshot = snapshots.captureAll();
            }
            pool.submit(() -> {
                        MDC.put("worker", "own");
                        try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
                            assertThat(Correlation.current()).isSameAs(REQUEST);
                            assertThat(MDC.get("correlationId")).isEqualTo("the-request");
                            assertThat(MDC.get("traceId")).isEqualTo(TRACE.traceId());
                            MDC.put("of-the-task", "stays, it is not ours");
                        }
                        assertThat(Correlation.current()).isNull();
                        assertThat(CorrelationScope.mdc())
                                .isEqualTo(Map.of("worker", "own", "of-the-task", "stays, it is not ours"));
                        MDC.setContextMap(Map.of());
                    })
                    .get();
        } finally {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anEmptySnapshotClearsAndRestores() {
        ContextSnapshot empty = snapshots.captureAll();
        try (CorrelationScope scope = REQUEST.open()) {
            try (ContextSnapshot.Scope cleared = empty.setThreadLocals()) {
                assertThat(Correlation.current()).isNull();
                assertThat(CorrelationScope.mdc()).isEmpty();
            }
            assertThat(Correlation.current()).isSameAs(REQUEST);
            assertThat(MDC.get("correlationId")).isEqualTo("the-request");
            assertThat(MDC.get("traceId")).isEqualTo(TRACE.traceId());
        }
    }

    @Test
    void propagationWorksWithoutTheLibrary() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !entry.contains("micrometer"))
                .map(ContextPropagationTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThat(without.getResource("io/micrometer/context/ThreadLocalAccessor.class"))
                    .isNull();
            Class<?> propagation = without.loadClass(Propagation.class.getName());
            boolean[] ran = new boolean[1];
            Runnable task = () -> ran[0] = true;
            ((Runnable) propagation.getMethod("wrap", Runnable.class).invoke(null, task)).run();
            assertThat(ran[0]).isTrue();
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
