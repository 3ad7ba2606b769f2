// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import dev.seaworthy.core.outbound.door.DoorChange;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DoorEventsTest {

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Telemetry telemetry = new Telemetry();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.seaworthy.outbound");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Alerts team = new Alerts(time, telemetry, List.of(alerts::add));

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    @Test
    void anOpenCircuitIsToldOnceToEverybody() {
        ExternalService door = door();
        door.listen((service, change, shutFor) -> heard.add(service + " " + change + " " + shutFor));
        try (CorrelationScope scope = new Correlation(new CorrelationId("order-4711"), null, null).open()) {
            fail(door, 20);
        }
        assertThat(heard).containsExactly("stripe OPENED PT5S");
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo("CIRCUIT_OPEN");
            assertThat(alert.subject()).isEqualTo("stripe");
            assertThat(alert.correlationId()).isEqualTo("order-4711");
            assertThat(alert.text())
                    .isEqualTo("Service 'stripe' does not work: calls to it are refused for 5s, then a few try again.");
        });
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .isEqualTo("service 'stripe' does not work, its circuit is open, lets nothing out for 5s");
        });
        assertThat(telemetry.total("seaworthy.outbound.opened", "service", "stripe"))
                .isOne();
        assertThat(telemetry.total("seaworthy.outbound.refused", "service", "stripe"))
                .isEqualTo(10);
    }

    @Test
    void itIsToldWhenItWorksAgain() {
        ExternalService door = door();
        fail(door, 10);
        time.advance(Duration.ofSeconds(5));
        door.listen((service, change, shutFor) -> heard.add(change.name()));
        for (int i = 0; i < 3; i++) {
            door.call(() -> "paid");
        }
        assertThat(heard).containsExactly("HALF_OPENED", "CLOSED");
        time.advance(Duration.ofHours(1));
        team.settle();
        assertThat(telemetry.total("seaworthy.alert.resolved")).isOne();
    }

    @Test
    void aListenerThatThrowsIsCountedAndHurtsNobody() {
        ExternalService door = door();
        door.listen((service, change, shutFor) -> {
            throw new IllegalStateException("broken");
        });
        door.listen((service, change, shutFor) -> heard.add(change.name()));
        fail(door, 10);
        assertThat(heard).containsExactly("OPENED");
        assertThat(telemetry.total("seaworthy.outbound.listener_failed", "service", "stripe"))
                .isOne();
    }

    @Test
    void listenersAreBounded() {
        ExternalService door = door();
        for (int i = 0; i < Events.MAX_LISTENERS; i++) {
            door.listen((service, change, shutFor) -> {});
        }
        assertThatThrownBy(() -> door.listen((service, change, shutFor) -> {}))
                .hasMessage("outbound service 'stripe' has too many listeners, got '101'; listen once and keep it");
    }

    @Test
    void otherSettingsAreToldAndKeepWhatIsOpenOpen() {
        ExternalService door = door();
        fail(door, 10);
        door.listen((service, change, shutFor) -> heard.add(change + " " + shutFor));
        door.reconfigure(door.settings()
                .withMaxConcurrent(1)
                .withBreaker(BreakerSettings.withDefaults().withWindow(5, 5)));
        assertThat(heard).containsExactly("RECONFIGURED PT5S");
        assertThat(door.state().breaker()).isEqualTo(BreakerState.OPEN);
        time.advance(Duration.ofSeconds(5));
        assertThat(door.call(() -> "paid")).isEqualTo(new Completed<>("paid"));
        assertThat(door.settings().maxConcurrent()).isOne();
    }

    @Test
    void aPersonIsHeardToo() {
        ExternalService door = door();
        door.listen((service, change, shutFor) -> heard.add(change.name()));
        door.mode(BreakerMode.DISABLED);
        assertThat(heard).containsExactly(DoorChange.MODE_CHANGED.name());
        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("service 'stripe' is in other hands, the breaker is DISABLED");
    }

    @Test
    void callsThatHangCountBeforeTheyReturn() {
        GuardedDoor door = (GuardedDoor) door();
        for (int i = 0; i < 9; i++) {
            door.callAsync(CompletableFuture::new);
        }
        time.advance(Duration.ofSeconds(2));
        door.callAsync(CompletableFuture::new);
        time.advance(Duration.ofSeconds(1));
        door.check();
        await().untilAsserted(() -> assertThat(door.state().recentCalls()).isEqualTo(9));
        assertThat(door.state().breaker()).isEqualTo(BreakerState.CLOSED);
        time.advance(Duration.ofSeconds(2));
        door.check();
        await().untilAsserted(() -> assertThat(door.state().breaker()).isEqualTo(BreakerState.OPEN));
    }

    @Test
    void slowCallsCountWhileTheyAreUnderWayAndOnlyOnce() {
        GuardedDoor door = (GuardedDoor) ExternalService.named("stripe")
                .time(time)
                .breaker(BreakerSettings.withDefaults().withSlowCall(Duration.ofSeconds(1)))
                .build();
        List<CompletableFuture<String>> stages = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            CompletableFuture<String> stage = new CompletableFuture<>();
            stages.add(stage);
            door.callAsync(() -> stage);
        }
        time.advance(Duration.ofSeconds(1));
        door.check();
        await().untilAsserted(() -> assertThat(door.state().recentCalls()).isEqualTo(9));
        stages.forEach(stage -> stage.complete("late"));
        assertThat(door.state().recentCalls()).isEqualTo(9);
        assertThat(door.state().breaker()).isEqualTo(BreakerState.CLOSED);
        door.call(() -> "quick");
        assertThat(door.state().slowRate()).isEqualTo(90);
        assertThat(door.state().breaker()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void probesThatHangDoNotWedgeAHalfOpenCircuit() {
        GuardedDoor door = (GuardedDoor) door();
        fail(door, 10);
        time.advance(Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            door.callAsync(CompletableFuture::new);
        }
        assertThat(door.state().breaker()).isEqualTo(BreakerState.HALF_OPEN);
        time.advance(Duration.ofSeconds(3));
        door.check();
        await().untilAsserted(() -> assertThat(door.state().breaker()).isEqualTo(BreakerState.OPEN));
        assertThat(door.opensIn()).isEqualTo(Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(10));
        for (int i = 0; i < 3; i++) {
            door.call(() -> "paid");
        }
        assertThat(door.state().breaker()).isEqualTo(BreakerState.CLOSED);
    }

    private ExternalService door() {
        return ExternalService.named("stripe")
                .time(time)
                .telemetry(telemetry)
                .random(() -> 0)
                .alerts(team)
                .build();
    }

    private static void fail(ExternalService door, int times) {
        for (int i = 0; i < times; i++) {
            door.call(() -> {
                throw new IOException("reset");
            });
        }
    }
}
