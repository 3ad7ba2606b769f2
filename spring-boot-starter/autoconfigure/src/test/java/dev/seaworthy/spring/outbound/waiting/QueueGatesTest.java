// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.outbound.OutboundAutoConfiguration;
import dev.seaworthy.spring.queue.QueueAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class QueueGatesTest {

    private final AtomicBoolean works = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final TaskHandler<String, Void> charge =
            TaskHandler.of("payments.charge", String.class).handle((order, context) -> TaskAnswer.done());

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    QueueGatesAutoConfiguration.class,
                    OutboundAutoConfiguration.class,
                    QueueAutoConfiguration.class,
                    ErrorAutoConfiguration.class,
                    AlertAutoConfiguration.class,
                    TelemetryAutoConfiguration.class,
                    TimeAutoConfiguration.class))
            .withBean(JsonCodec.class, QueueGatesTest::codec)
            .withPropertyValues(
                    "seaworthy.outbound.payments.retry.max-attempts=1",
                    "seaworthy.outbound.payments.breaker.open-for=1s",
                    "seaworthy.outbound.payments.breaker.max-open-for=1s");

    @Test
    void anOpenCircuitClosesTheGateOfItsQueueAndAClosedOneOpensIt() {
        app.withBean(TaskHandler.class, () -> charge).run(context -> {
            TaskQueue queue = context.getBean(TaskQueue.class);
            ExternalService door = context.getBean(ExternalServices.class).require("payments");
            while (door.opensIn().isZero()) {
                call(door);
            }

            assertThat(queue.gate("payments").closedFor()).isPresent();
            assertThat(calls.get()).isBetween(1, 100);

            works.set(true);
            await().until(() -> {
                call(door);
                return queue.gate("payments").closedFor().isEmpty();
            });
        });
    }

    @Test
    void entriesWaitBehindAnOpenCircuitWithoutUsingAttempts() {
        AtomicInteger attempts = new AtomicInteger();
        app.withBean(
                        "charging",
                        TaskHandler.class,
                        () -> TaskHandler.of("payments.charge", String.class)
                                .maxAttempts(1)
                                .handle((order, task) -> {
                                    attempts.incrementAndGet();
                                    return TaskAnswer.done();
                                }))
                .run(context -> {
                    TaskQueue queue = context.getBean(TaskQueue.class);
                    ExternalService door =
                            context.getBean(ExternalServices.class).require("payments");
                    while (door.opensIn().isZero()) {
                        call(door);
                    }
                    @SuppressWarnings("unchecked")
                    TaskHandler<String, ?> handler = context.getBean(TaskHandler.class);
                    Receipt receipt = queue.enqueueNow(handler, "order", null);

                    assertThat(attempts).hasValue(0);
                    works.set(true);
                    await().until(() -> {
                        call(door);
                        return queue.receipt(receipt.id()).orElseThrow().state() == Receipt.State.DONE;
                    });
                    assertThat(attempts).hasValue(1);
                });
    }

    @Test
    void withoutAQueueNothingIsTied() {
        app.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("seaworthyQueueGates"));
    }

    private void call(ExternalService door) {
        door.call(() -> {
            calls.incrementAndGet();
            if (!works.get()) {
                throw new ConnectException("refused");
            }
            return "charged";
        });
    }

    private static JsonCodec codec() {
        JsonCodec codec = Mockito.mock();
        Mockito.when(codec.write(Mockito.any())).thenReturn("\"order\"");
        Mockito.when(codec.read(Mockito.anyString(), Mockito.eq(String.class), Mockito.any()))
                .thenReturn("order");
        return codec;
    }
}
