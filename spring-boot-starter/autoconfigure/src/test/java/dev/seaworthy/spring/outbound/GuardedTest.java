// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class GuardedTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    OutboundAutoConfiguration.class,
                    AlertAutoConfiguration.class,
                    TelemetryAutoConfiguration.class,
                    TimeAutoConfiguration.class))
            .withPropertyValues(
                    "seaworthy.outbound.stripe.timeout=20s",
                    "seaworthy.outbound.stripe.retry.backoff=1ms",
                    "seaworthy.outbound.stripe.retry.budget-floor=1000");

    static class Gateway {

        final AtomicInteger calls = new AtomicInteger();

        @Guarded("stripe")
        String charge(String order) {
            calls.incrementAndGet();
            return "charged " + order;
        }

        @Guarded("stripe")
        void chargeOnce() throws IOException {
            calls.incrementAndGet();
            throw new SocketException("Connection reset");
        }

        @Guarded(value = "stripe", idempotent = true)
        String look() throws IOException {
            if (calls.incrementAndGet() < 3) {
                throw new ConnectException("refused");
            }
            return "seen";
        }

        @Guarded(value = "stripe", idempotent = true)
        CompletionStage<String> later() {
            return calls.incrementAndGet() < 3
                    ? CompletableFuture.failedFuture(new ConnectException("refused"))
                    : CompletableFuture.completedFuture("later");
        }

        @Guarded(value = "stripe", idempotent = true)
        Mono<String> mono() {
            return Mono.defer(() -> calls.incrementAndGet() < 3
                    ? Mono.error(new ConnectException("refused"))
                    : Mono.deferContextual(context -> Mono.just("mono of " + context.get("who"))));
        }

        @Guarded("stripe")
        Mono<String> never() {
            calls.incrementAndGet();
            return Mono.never();
        }

        String itself(String order) {
            return charge(order);
        }
    }

    @Test
    void aCallGoesThroughTheDoor() {
        guarded((gateway, services) -> {
            assertThat(gateway.charge("7")).isEqualTo("charged 7");
            services.require("stripe").mode(BreakerMode.FORCED_OPEN);
            assertThatThrownBy(() -> gateway.charge("8"))
                    .isInstanceOfSatisfying(
                            ServiceFailedException.class,
                            refused -> assertThat(refused.classification().failureClass())
                                    .isEqualTo(FailureClass.LOCALLY_REFUSED));
            assertThat(gateway.calls()).hasValue(1);
        });
    }

    @Test
    void whatTheMethodThrowsIsTheCallersAsItIs() {
        guarded((gateway, services) -> {
            assertThatThrownBy(gateway::chargeOnce)
                    .isExactlyInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
            assertThat(gateway.calls()).hasValue(1);
        });
    }

    @Test
    void whatMayBeRepeatedIs() {
        guarded((gateway, services) -> {
            assertThat(gateway.look()).isEqualTo("seen");
            assertThat(gateway.calls()).hasValue(3);
        });
    }

    @Test
    void aStageIsRepeatedAndRefusedAsAStage() {
        guarded((gateway, services) -> {
            assertThat(gateway.later().toCompletableFuture().join()).isEqualTo("later");
            services.require("stripe").mode(BreakerMode.FORCED_OPEN);
            CompletionStage<String> refused = gateway.later();
            assertThat(catchThrowable(() -> refused.toCompletableFuture().join()))
                    .hasCauseInstanceOf(ServiceFailedException.class);
        });
    }

    @Test
    void aMonoCallsWhenItIsSubscribedToAndKeepsItsContext() {
        guarded((gateway, services) -> {
            Mono<String> mono = gateway.mono();
            assertThat(gateway.calls()).hasValue(0);
            assertThat(mono.contextWrite(context -> context.put("who", "ada")).block())
                    .isEqualTo("mono of ada");
            services.require("stripe").mode(BreakerMode.FORCED_OPEN);
            assertThatThrownBy(() -> gateway.mono().block()).isInstanceOf(ServiceFailedException.class);
        });
    }

    @Test
    void whoCancelsAMonoSaysNothingAboutTheService() {
        guarded((gateway, services) -> {
            Disposable waiting = gateway.never().subscribe();
            Awaitility.await().until(() -> gateway.calls().get() == 1);
            waiting.dispose();
            Awaitility.await().until(() -> services.require("stripe").state().inFlight() == 0);
            assertThat(services.require("stripe").state().recentCalls()).isZero();
        });
    }

    @Test
    void aMethodThatTheBeanCallsOnItselfGoesPast() {
        guarded((gateway, services) -> {
            services.require("stripe").mode(BreakerMode.FORCED_OPEN);
            assertThat(gateway.itself("9")).isEqualTo("charged 9");
        });
    }

    public static class Typo {
        @Guarded("strpe")
        public void charge() {}
    }

    @Test
    void aNameThatNobodyKnowsStopsTheStart() {
        app.withBean(Typo.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOfSatisfying(BadService.class, bad -> {
                            assertThat(bad)
                                    .hasMessage(
                                            "@Guarded(\"strpe\") on Typo.charge names no external service; known are"
                                                    + " [stripe]");
                            assertThat(bad.action()).contains("seaworthy.outbound.strpe.timeout=5s");
                        }));
    }

    static class Final {
        @Guarded("stripe")
        final void charge() {}
    }

    static class Many {
        @Guarded("stripe")
        Flux<String> charges() {
            return Flux.empty();
        }
    }

    static class Opaque {
        @Guarded("stripe")
        Future<String> charge() {
            return CompletableFuture.completedFuture("");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Final.class, Many.class, Opaque.class})
    void aMethodThatCannotBeGuardedStopsTheStart(Class<?> bean) {
        app.withBean(bean)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(BadService.class)
                        .hasMessageStartingWith("@Guarded(\"stripe\") on " + bean.getSimpleName() + ".")
                        .hasMessageContaining("cannot work, got"));
    }

    @Test
    void withoutReactorStagesAndPlainMethodsWork() {
        app.withClassLoader(new FilteredClassLoader("reactor", "org.reactivestreams"))
                .withBean(Typo.class)
                .withPropertyValues("seaworthy.outbound.strpe.timeout=1s")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void switchedOffMethodsAreJustMethods() {
        app.withBean(Typo.class)
                .withPropertyValues("seaworthy.outbound.enabled=false")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Typo.class)).isExactlyInstanceOf(Typo.class);
                });
    }

    @FunctionalInterface
    private interface Check {
        void run(Caller gateway, ExternalServices services) throws Exception;
    }

    /** Calls the proxy; its fields are those of the bean inside. */
    private record Caller(Gateway proxy, AtomicInteger calls) {

        String charge(String order) {
            return proxy.charge(order);
        }

        void chargeOnce() throws IOException {
            proxy.chargeOnce();
        }

        String look() throws IOException {
            return proxy.look();
        }

        CompletionStage<String> later() {
            return proxy.later();
        }

        Mono<String> mono() {
            return proxy.mono();
        }

        Mono<String> never() {
            return proxy.never();
        }

        String itself(String order) {
            return proxy.itself(order);
        }
    }

    private void guarded(Check check) {
        Gateway inside = new Gateway();
        app.withBean(Gateway.class, () -> inside).run(context -> {
            assertThat(context).hasNotFailed();
            check.run(
                    new Caller(context.getBean(Gateway.class), inside.calls), context.getBean(ExternalServices.class));
        });
    }
}
