// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundAlertsTest {

    private final Telemetry telemetry = new Telemetry();
    private final List<Alert> sent = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AlertsBuilder builder = Alerts.builder()
            .telemetry(telemetry)
            .retryAfter(Duration.ofMillis(10))
            .closeWithin(Duration.ofMillis(200));

    @AfterEach
    void open() {
        gate.countDown();
    }

    @Test
    void aHangingSinkDelaysNeitherTheRaiserNorTheOthers() {
        try (Alerts alerts = builder.sink("hangs", this::hang, Alert.Severity.INFO)
                .sink("works", sent::add, Alert.Severity.INFO)
                .build()) {
            for (int i = 0; i < 50; i++) {
                alerts.raise(alert(i, Alert.Severity.ERROR));
            }
            await().until(() -> sent.size() == 50);
            assertThat(sent).extracting(Alert::subject).startsWith("subject 0", "subject 1", "subject 2");
        }
    }

    @Test
    void theQueueOfAHangingSinkIsBoundedAndItsDropsAreCounted() {
        try (Alerts alerts =
                builder.sink("hangs", this::hang, Alert.Severity.INFO).build()) {
            for (int i = 0; i < 10 * Lane.CAPACITY; i++) {
                alerts.raise(new Alert("CODE_" + i, "x", "Something.", null));
            }
            assertThat(dropped("hangs")).isEqualTo(1_000 - Lane.CAPACITY);
        }
        assertThat(dropped("hangs")).as("nothing got through").isBetween(999L, 1_000L);
    }

    @Test
    void whatMattersMoreTakesThePlaceOfWhatMattersLess() {
        try (Alerts alerts = builder.closeWithin(Duration.ofSeconds(10))
                .sink(
                        "slow",
                        alert -> {
                            hang(alert);
                            sent.add(alert);
                        },
                        Alert.Severity.INFO)
                .build()) {
            for (int i = 0; i < 2 * Lane.CAPACITY; i++) {
                alerts.raise(alert(i, Alert.Severity.WARNING));
            }
            alerts.raise(alert(9_999, Alert.Severity.CRITICAL));
            gate.countDown();
        }
        assertThat(sent)
                .hasSize(Lane.CAPACITY)
                .last()
                .extracting(Alert::subject)
                .isEqualTo("subject 9999");
        assertThat(sent).first().extracting(Alert::subject).isEqualTo("subject 0");
    }

    @Test
    void aSinkIsTriedAgainAFewTimesAndInOrder() {
        AtomicInteger tries = new AtomicInteger();
        try (Alerts alerts = builder.sink(
                        "flaky",
                        alert -> {
                            if (tries.incrementAndGet() < Lane.ATTEMPTS) {
                                throw new IllegalStateException("not now");
                            }
                            sent.add(alert);
                        },
                        Alert.Severity.INFO)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.ERROR));
            alerts.raise(alert(2, Alert.Severity.ERROR));
            await().until(() -> sent.size() == 2);
        }
        assertThat(sent).extracting(Alert::subject).containsExactly("subject 1", "subject 2");
        assertThat(tries).hasValue(4);
    }

    @Test
    void aSinkThatFailsForGoodIsGivenUpForThisAlert() {
        AtomicInteger tries = new AtomicInteger();
        try (Alerts alerts = builder.sink(
                        "broken",
                        alert -> {
                            tries.incrementAndGet();
                            throw new IllegalStateException("never");
                        },
                        Alert.Severity.INFO)
                .sink("works", sent::add, Alert.Severity.INFO)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.ERROR));
            await().until(() -> sent.size() == 2);
            alerts.raise(alert(2, Alert.Severity.ERROR));
            await().until(() -> tries.get() == 2 * Lane.ATTEMPTS);
        }
        assertThat(sent)
                .extracting(Alert::code)
                .as("that it fails is told once")
                .containsExactlyInAnyOrder("CODE", Alerts.SINK_FAILED, "CODE");
        assertThat(tries).hasValue(2 * Lane.ATTEMPTS);
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        try (Alerts alerts = builder.sink(
                        "refuses",
                        alert -> {
                            tries.incrementAndGet();
                            throw new AlertSink.Refused("wrong key");
                        },
                        Alert.Severity.INFO)
                .sink("works", sent::add, Alert.Severity.INFO)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.ERROR));
            await().until(() -> sent.size() == 2);
        }
        assertThat(tries).hasValue(1);
    }

    @Test
    void lessSevereAlertsAreKeptFromASinkThatWantsNone() {
        try (Alerts alerts = builder.closeWithin(Duration.ofSeconds(10))
                .sink("pager", sent::add, Alert.Severity.ERROR)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.WARNING));
            alerts.raise(alert(2, Alert.Severity.ERROR));
            alerts.raise(alert(3, Alert.Severity.CRITICAL));
        }
        assertThat(sent).extracting(Alert::subject).containsExactly("subject 2", "subject 3");
    }

    @Test
    void timeAloneBringsTheDigestAndTheEnd() {
        AlertSettings quick = new AlertSettings(Duration.ofSeconds(1), true, Duration.ZERO, null);
        try (Alerts alerts = builder.settings(quick)
                .sink("works", sent::add, Alert.Severity.INFO)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.ERROR));
            alerts.raise(alert(1, Alert.Severity.ERROR));
            await().until(() -> sent.size() == 2);
            assertThat(sent.get(1).text()).startsWith("Goes on, raised once more");
            alerts.resolve("CODE", "subject 1", "Fine.");
            await().until(() -> sent.size() == 3);
        }
        assertThat(sent.get(2).text()).startsWith("Resolved after");
    }

    @Test
    void whatIsWatchedIsAskedByItself() {
        AlertSettings quick = new AlertSettings(Duration.ofSeconds(1), true, Duration.ZERO, null);
        try (Alerts alerts = builder.settings(quick)
                .sink("works", sent::add, Alert.Severity.INFO)
                .build()) {
            alerts.watch("CODE", () -> true);
            alerts.raise(alert(1, Alert.Severity.ERROR));
            await().until(() -> sent.size() == 2);
        }
        assertThat(sent.get(1).text()).endsWith("CODE is over, says what watches it.");
    }

    @Test
    void closingTellsWhatWasHeldBack() {
        try (Alerts alerts = builder.closeWithin(Duration.ofSeconds(10))
                .sink("works", sent::add, Alert.Severity.INFO)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.ERROR));
            alerts.raise(alert(1, Alert.Severity.ERROR));
            alerts.raise(alert(2, Alert.Severity.ERROR));
            alerts.resolve("CODE", "subject 2", "Fine.");
        }
        assertThat(sent).hasSize(4);
        assertThat(sent.get(2).text()).startsWith("Goes on, raised once more");
        assertThat(sent.get(3).text()).startsWith("Resolved after");
    }

    @Test
    void closingWaitsNoLongerThanToldAndInterruptsWhatHangs() {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Alerts alerts = builder.sink(
                        "hangs",
                        alert -> {
                            try {
                                gate.await();
                            } catch (InterruptedException stop) {
                                interrupted.countDown();
                            }
                        },
                        Alert.Severity.INFO)
                .build()) {
            alerts.raise(alert(1, Alert.Severity.ERROR));
            alerts.raise(alert(2, Alert.Severity.ERROR));
        }
        await().until(() -> interrupted.getCount() == 0);
        assertThat(dropped("hangs")).isPositive();
    }

    @Test
    void whatIsRaisedAfterClosingIsDroppedAndCounted() {
        Alerts alerts = builder.sink("works", sent::add, Alert.Severity.INFO).build();
        alerts.close();
        alerts.raise(alert(1, Alert.Severity.ERROR));
        alerts.close();

        assertThat(sent).isEmpty();
        assertThat(dropped("works")).isEqualTo(1);
    }

    @Test
    void sinksAreBoundedAndTheirNamesAreTheirOwn() {
        for (int i = 0; i < AlertsBuilder.MAX_SINKS; i++) {
            builder.sink("mail", sent::add, Alert.Severity.INFO);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.sink("pager", sent::add, Alert.Severity.INFO))
                .withMessage("alert sinks must be 20 at most, got 'pager' as well; let one sink tell several");
        try (Alerts alerts = builder.build()) {
            assertThat(alerts.sinks()).startsWith("mail", "mail-2", "mail-3").doesNotHaveDuplicates();
        }
    }

    private void hang(Alert alert) {
        try {
            gate.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private long dropped(String sink) {
        return telemetry.total("seaworthy.alert.dropped", "sink", sink);
    }

    private static Alert alert(int subject, Alert.Severity severity) {
        return new Alert("CODE", "subject " + subject, "Something.", null).withSeverity(severity);
    }
}
