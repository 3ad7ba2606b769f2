// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import dev.seaworthy.spring.correlation.CorrelationAutoConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Where this line's executors differ from those of 3.5: it applies all of the app's decorators. */
class CarryingExecutorsTest {

    private static final Correlation REQUEST = new Correlation(new CorrelationId("the-request"), null, null);

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ClientAutoConfiguration.class,
                    CorrelationAutoConfiguration.class,
                    TaskExecutionAutoConfiguration.class,
                    TaskSchedulingAutoConfiguration.class));

    @Test
    void allOfTheAppsDecoratorsRunInside() {
        List<String> seen = new ArrayList<>();
        app.withBean("first", TaskDecorator.class, () -> noting(seen))
                .withBean("second", TaskDecorator.class, () -> noting(seen))
                .run(context -> {
                    try (CorrelationScope scope = REQUEST.open()) {
                        assertThat(context.getBean(AsyncTaskExecutor.class)
                                        .submit(CarryingExecutorsTest::id)
                                        .get(10, TimeUnit.SECONDS))
                                .isEqualTo("the-request");
                    }
                    assertThat(seen).containsExactly("the-request", "the-request");
                });
    }

    @Test
    void everyRunOfAScheduledMethodIsAPieceOfWorkOfItsOwn() {
        app.withUserConfiguration(SchedulingApp.class).withBean(Clockwork.class).run(context -> {
            BlockingQueue<String> ids = context.getBean(Clockwork.class).ids;
            String first = ids.poll(10, TimeUnit.SECONDS);
            assertThat(first).matches("[0-9a-f]{32}");
            assertThat(ids.poll(10, TimeUnit.SECONDS)).matches("[0-9a-f]{32}").isNotEqualTo(first);
        });
    }

    private static TaskDecorator noting(List<String> seen) {
        return task -> () -> {
            seen.add(id());
            task.run();
        };
    }

    private static String id() {
        return Optional.ofNullable(Correlation.current())
                .map(current -> current.id().value())
                .orElse("none");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class SchedulingApp {}

    static class Clockwork {

        final BlockingQueue<String> ids = new LinkedBlockingQueue<>();

        @Scheduled(fixedDelay = 1)
        void tick() {
            ids.add(CarryingExecutorsTest.id());
        }
    }
}
