// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerBuilder;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class CarryingExecutorsTest {

    private static final Correlation REQUEST = new Correlation(new CorrelationId("the-request"), null, null);

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ClientAutoConfiguration.class,
                    CorrelationAutoConfiguration.class,
                    TaskExecutionAutoConfiguration.class,
                    TaskSchedulingAutoConfiguration.class));

    @Test
    void bootsExecutorRunsTasksInTheContextTheyWereHandedOverIn() {
        app.run(context ->
                assertThat(idOn(context.getBean(AsyncTaskExecutor.class))).isEqualTo("the-request"));
    }

    @Test
    void theSimpleExecutorOfVirtualThreadsDoesToo() {
        app.run(context -> {
            SimpleAsyncTaskExecutor executor =
                    context.getBean(SimpleAsyncTaskExecutorBuilder.class).build();
            assertThat(idOn(executor)).isEqualTo("the-request");
            executor.close();
        });
    }

    @Test
    void asyncMethodsRunInTheContextOfTheirCaller() {
        app.withUserConfiguration(AsyncApp.class).withBean(Worker.class).run(context -> {
            try (CorrelationScope scope = REQUEST.open()) {
                assertThat(context.getBean(Worker.class).id().get(10, TimeUnit.SECONDS))
                        .isEqualTo("the-request");
            }
        });
    }

    @Test
    void everyRunOfAScheduledMethodIsAPieceOfWorkOfItsOwn() {
        app.withUserConfiguration(SchedulingApp.class)
                .withBean(Clockwork.class)
                .run(context -> assertFresh(context.getBean(Clockwork.class).ids));
    }

    @Test
    void onASchedulerThatDecoratesNothingToo() {
        app.withUserConfiguration(SchedulingApp.class)
                .withBean(Clockwork.class)
                .withBean("taskScheduler", SimpleAsyncTaskScheduler.class, SimpleAsyncTaskScheduler::new)
                .run(context -> assertFresh(context.getBean(Clockwork.class).ids));
    }

    @Test
    void aNamedSchedulerIsStillTheOneThatRunsTheMethod() {
        app.withUserConfiguration(SchedulingApp.class)
                .withBean(NamedClockwork.class)
                .withBean("other", ThreadPoolTaskScheduler.class, () -> {
                    ThreadPoolTaskScheduler other = new ThreadPoolTaskScheduler();
                    other.setThreadNamePrefix("other-");
                    return other;
                })
                .withBean("taskScheduler", ThreadPoolTaskScheduler.class, ThreadPoolTaskScheduler::new)
                .run(context -> {
                    NamedClockwork clockwork = context.getBean(NamedClockwork.class);
                    assertFresh(clockwork.ids);
                    assertThat(clockwork.threads.take()).startsWith("other-");
                });
    }

    @Test
    void onTheSchedulerOfVirtualThreadsToo() {
        app.run(context -> {
            BlockingQueue<String> ids = new LinkedBlockingQueue<>();
            try (SimpleAsyncTaskScheduler scheduler =
                    context.getBean(SimpleAsyncTaskSchedulerBuilder.class).build()) {
                scheduler.start();
                scheduler.scheduleAtFixedRate(() -> ids.add(id()), Duration.ofMillis(1));
                assertFresh(ids);
            }
        });
    }

    @Test
    void theAppsOwnDecoratorRunsInside() {
        List<String> seen = new ArrayList<>();
        app.withBean("appDecorator", TaskDecorator.class, () -> noting(seen)).run(context -> {
            assertThat(idOn(context.getBean(AsyncTaskExecutor.class))).isEqualTo("the-request");
            assertThat(seen).containsExactly("the-request");
        });
    }

    @Test
    void severalDecoratorsAreLeftToWhatBootDoesWithThem() {
        List<String> seen = new ArrayList<>();
        app.withBean("first", TaskDecorator.class, () -> noting(seen))
                .withBean("second", TaskDecorator.class, () -> noting(seen))
                .run(context -> {
                    assertThat(idOn(context.getBean(AsyncTaskExecutor.class))).isEqualTo("the-request");
                    // Boot 3.5 uses a decorator only when it is the only one
                    assertThat(seen).isEmpty();
                });
    }

    @Test
    void aDecoratorSetByTheAppsCustomizerWins() {
        List<String> seen = new ArrayList<>();
        app.withBean(
                        "appCustomizer",
                        ThreadPoolTaskExecutorCustomizer.class,
                        () -> executor -> executor.setTaskDecorator(noting(seen)))
                .run(context -> {
                    assertThat(idOn(context.getBean(AsyncTaskExecutor.class))).isNull();
                    assertThat(seen).hasSize(1).containsOnlyNulls();
                });
    }

    private static void assertFresh(BlockingQueue<String> ids) throws InterruptedException {
        String first = ids.poll(10, TimeUnit.SECONDS);
        String second = ids.poll(10, TimeUnit.SECONDS);
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(second).matches("[0-9a-f]{32}").isNotEqualTo(first);
    }

    private static String idOn(AsyncTaskExecutor executor) throws Exception {
        try (CorrelationScope scope = REQUEST.open()) {
            return executor.submit(CarryingExecutorsTest::id).get(10, TimeUnit.SECONDS);
        }
    }

    private static TaskDecorator noting(List<String> seen) {
        return task -> () -> {
            seen.add(id());
            task.run();
        };
    }

    private static String id() {
        return MDC.get(Correlation.MDC_CORRELATION_ID);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAsync
    static class AsyncApp {}

    static class Worker {

        @Async
        public CompletableFuture<String> id() {
            return CompletableFuture.completedFuture(CarryingExecutorsTest.id());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class SchedulingApp {}

    static class NamedClockwork {

        final BlockingQueue<String> ids = new LinkedBlockingQueue<>();
        final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

        @Scheduled(fixedRate = 1, scheduler = "other")
        void tick() {
            threads.add(Thread.currentThread().getName());
            ids.add(CarryingExecutorsTest.id());
        }
    }

    static class Clockwork {

        final BlockingQueue<String> ids = new LinkedBlockingQueue<>();

        @Scheduled(fixedDelay = 1)
        void tick() {
            ids.add(CarryingExecutorsTest.id());
        }
    }
}
