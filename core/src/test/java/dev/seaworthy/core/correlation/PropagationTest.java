// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class PropagationTest {

    private static final Correlation REQUEST = new Correlation(new CorrelationId("the-request"), null, null);
    private static final Map<String, String> SEEN = Map.of("correlationId", "the-request", "tenant", "acme");

    private final ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
    private CorrelationScope scope;

    @BeforeEach
    void inARequest() {
        scope = REQUEST.open();
        MDC.put("tenant", "acme");
    }

    @AfterEach
    void stop() throws Exception {
        scope.close();
        // the worker has back what it had: nothing
        assertThat(pool.submit(() -> Correlation.current()).get()).isNull();
        assertThat(pool.submit(CorrelationScope::mdc).get()).isEmpty();
        pool.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runnablesCallablesAndSuppliersAreCarried() throws Exception {
        List<Object> seen = new ArrayList<>();
        pool.submit(Propagation.wrap((Runnable) () -> seen.add(look()))).get();
        seen.add(pool.submit(Propagation.wrap((Callable<Object>) PropagationTest::look))
                .get());
        Supplier<Object> supplier = Propagation.wrapSupplier(PropagationTest::look);
        seen.add(CompletableFuture.supplyAsync(supplier, pool).get());
        assertThat(seen).hasSize(3).containsOnly(SEEN);
    }

    @Test
    void theContextIsThatOfTheMomentOfWrapping() throws Exception {
        Callable<Object> task = Propagation.wrap(PropagationTest::look);
        MDC.put("tenant", "changed later");
        assertThat(pool.submit(task).get()).isEqualTo(SEEN);
    }

    @Test
    void theWorkersOwnContextIsReplacedAndRestored() throws Exception {
        Callable<Object> task = Propagation.wrap(PropagationTest::look);
        Map<String, String> own = Map.of("worker", "1");
        assertThat(pool.submit(() -> {
                            MDC.setContextMap(own);
                            try {
                                assertThat(task.call()).isEqualTo(SEEN);
                                assertThat(Correlation.current()).isNull();
                                return CorrelationScope.mdc();
                            } finally {
                                MDC.setContextMap(Map.of());
                            }
                        })
                        .get())
                .isEqualTo(own);
    }

    @Test
    void aFailingTaskRestoresToo() throws Exception {
        Runnable task = Propagation.wrap((Runnable) () -> {
            throw new IllegalStateException("on purpose");
        });
        Future<?> future = pool.submit(task);
        assertThat(future).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void onTheSameThreadNothingIsLost() {
        Executor direct = Propagation.executor(Runnable::run);
        direct.execute(() -> MDC.put("inside", "only"));
        assertThat(MDC.get("inside")).isNull();
        assertThat(Correlation.current()).isSameAs(REQUEST);
        assertThat(look()).isEqualTo(SEEN);
    }

    @Test
    void everyWayIntoAnExecutorServiceIsCarried() throws Exception {
        ExecutorService carrying = Propagation.executorService(pool);
        SynchronousQueue<Object> handOver = new SynchronousQueue<>();
        carrying.execute(() -> {
            try {
                handOver.put(look());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Object> seen = new ArrayList<>(List.of(handOver.take()));
        Callable<Object> task = PropagationTest::look;
        List<Object> written = new ArrayList<>();
        Runnable writes = () -> written.add(look());
        seen.add(carrying.submit(task).get());
        carrying.submit(writes).get();
        assertThat(carrying.submit(writes, "done").get()).isEqualTo("done");
        for (Future<Object> future : carrying.invokeAll(List.of(task, task))) {
            seen.add(future.get());
        }
        for (Future<Object> future : carrying.invokeAll(List.of(task), 10, TimeUnit.SECONDS)) {
            seen.add(future.get());
        }
        seen.add(carrying.invokeAny(List.of(task)));
        seen.add(carrying.invokeAny(List.of(task), 10, TimeUnit.SECONDS));
        seen.addAll(written);
        assertThat(seen).hasSize(9).containsOnly(SEEN);
    }

    @Test
    void scheduledTasksRunInTheContextTheyWereScheduledIn() throws Exception {
        ScheduledExecutorService carrying = Propagation.scheduledExecutorService(pool);
        Callable<Object> task = PropagationTest::look;
        assertThat(carrying.schedule(task, 0, TimeUnit.MILLISECONDS).get()).isEqualTo(SEEN);
        List<Object> seen = new ArrayList<>();
        carrying.schedule((Runnable) () -> seen.add(look()), 0, TimeUnit.MILLISECONDS)
                .get();
        SynchronousQueue<Object> runs = new SynchronousQueue<>();
        Runnable periodic = () -> {
            try {
                runs.put(look());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        ScheduledFuture<?> rate = carrying.scheduleAtFixedRate(periodic, 0, 1, TimeUnit.MILLISECONDS);
        seen.add(runs.take());
        seen.add(runs.take());
        rate.cancel(true);
        ScheduledFuture<?> delay = carrying.scheduleWithFixedDelay(periodic, 0, 1, TimeUnit.MILLISECONDS);
        seen.add(runs.take());
        delay.cancel(true);
        assertThat(seen).hasSize(4).containsOnly(SEEN);
    }

    @Test
    void shuttingDownReachesTheExecutorInside() throws Exception {
        ExecutorService inside = Executors.newSingleThreadExecutor();
        ExecutorService carrying = Propagation.executorService(inside);
        carrying.shutdown();
        assertThat(inside.isShutdown()).isTrue();
        assertThat(carrying.isShutdown()).isTrue();
        assertThat(carrying.shutdownNow()).isEmpty();
        assertThat(carrying.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(carrying.isTerminated()).isTrue();
    }

    @Test
    void everyStageOfACompletableFutureIsCarried() throws Exception {
        Executor carrying = Propagation.executor(pool);
        assertThat(CompletableFuture.supplyAsync(PropagationTest::look, carrying)
                        .thenApplyAsync(first -> List.of(first, look()), carrying)
                        .get())
                .containsOnly(SEEN);
    }

    @Test
    void virtualThreadsAreCarried() throws Exception {
        ExecutorService virtual = virtualThreads();
        assumeTrue(virtual != null, "this JDK has no virtual threads");
        try {
            assertThat(Propagation.executorService(virtual)
                            .submit(() -> List.of(Thread.currentThread().toString(), look()))
                            .get())
                    .satisfies(seen -> assertThat(seen.get(0).toString()).contains("VirtualThread"))
                    .contains(SEEN);
        } finally {
            virtual.shutdown();
        }
    }

    @Test
    void outsideOfARequestTheMdcIsCarriedAlone() throws Exception {
        scope.close();
        MDC.put("tenant", "acme");
        try {
            assertThat(pool.submit(Propagation.wrap(PropagationTest::look)).get())
                    .isEqualTo(Map.of("tenant", "acme"));
        } finally {
            MDC.remove("tenant");
        }
    }

    private static ExecutorService virtualThreads() throws Exception {
        try {
            Method factory = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
            return (ExecutorService) factory.invoke(null);
        } catch (NoSuchMethodException olderThan21) {
            return null;
        }
    }

    private static Object look() {
        Correlation current = Correlation.current();
        assertThat(current == null ? null : current.id().value()).isEqualTo(MDC.get("correlationId"));
        return CorrelationScope.mdc();
    }
}
