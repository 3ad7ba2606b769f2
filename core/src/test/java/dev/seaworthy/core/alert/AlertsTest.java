// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AlertsTest {

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Telemetry telemetry = new Telemetry();
    private final List<Alert> sent = Collections.synchronizedList(new ArrayList<>());
    private final Alerts alerts = new Alerts(time, telemetry, List.of(sent::add));
    private final Logger logger = (Logger) LoggerFactory.getLogger(Alerts.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

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
    void sameAlertIsToldOncePerCoolDown() {
        alerts.raise(alert("DB_DOWN", "orders"));
        time.advance(Alerts.COOL_DOWN.minusNanos(1));
        alerts.raise(alert("DB_DOWN", "orders"));
        assertThat(sent).hasSize(1);

        time.advance(Duration.ofNanos(1));
        alerts.settle();
        assertThat(sent).hasSize(2);
        assertThat(telemetry.totals())
                .containsEntry("seaworthy.alert.sent", 1L)
                .containsEntry("seaworthy.alert.silenced", 1L)
                .containsEntry("seaworthy.alert.digests", 1L);
    }

    @Test
    void afterAQuietCoolDownItIsToldAgain() {
        alerts.raise(alert("DB_DOWN", "orders"));
        time.advance(Alerts.COOL_DOWN);
        alerts.raise(alert("DB_DOWN", "orders"));
        assertThat(sent).containsExactly(alert("DB_DOWN", "orders"), alert("DB_DOWN", "orders"));
    }

    @Test
    void silencedAlertsDoNotProlongTheCoolDown() {
        for (int minute = 0; minute <= 10; minute++) {
            alerts.raise(alert("DB_DOWN", "orders"));
            time.advance(Duration.ofMinutes(1));
        }
        assertThat(sent).hasSize(3);
    }

    @Test
    void otherCodesAndSubjectsAreOtherAlerts() {
        alerts.raise(alert("DB_DOWN", "orders"));
        alerts.raise(alert("DB_DOWN", "users"));
        alerts.raise(alert("BUG", "orders"));
        assertThat(sent).hasSize(3);
    }

    @Test
    void wallClockJumpsDoNotMatter() {
        alerts.raise(alert("DB_DOWN", "orders"));
        time.jumpTo(Instant.parse("2030-01-01T00:00:00Z"));
        alerts.raise(alert("DB_DOWN", "orders"));
        assertThat(sent).hasSize(1);
    }

    @Test
    void floodOfSubjectsStaysBoundedAndNewCodesAreStillTold() {
        for (int i = 0; i < 10 * Alerts.MAX_SUBJECTS; i++) {
            alerts.raise(alert("BUG", "fingerprint" + i));
        }
        assertThat(alerts.remembered()).isLessThanOrEqualTo(Alerts.MAX_SUBJECTS);
        assertThat(sent).hasSizeLessThanOrEqualTo(Alerts.MAX_SUBJECTS);

        alerts.raise(alert("DB_DOWN", "orders"));
        assertThat(sent).last().isEqualTo(alert("DB_DOWN", "orders"));

        time.advance(Alerts.COOL_DOWN);
        alerts.raise(alert("BUG", "fingerprint1"));
        assertThat(sent).last().isEqualTo(alert("BUG", "fingerprint1"));
        alerts.raise(alert("NEW", "after the flood"));
        assertThat(sent).last().isEqualTo(alert("NEW", "after the flood"));
        assertThat(alerts.remembered()).isLessThanOrEqualTo(Alerts.MAX_SUBJECTS);
    }

    @Test
    void floodOfCodesStaysBounded() {
        for (int i = 0; i < 10 * Alerts.MAX_SUBJECTS; i++) {
            alerts.raise(alert("CODE_" + i, "orders"));
        }
        assertThat(alerts.remembered()).isEqualTo(Alerts.MAX_SUBJECTS);
        assertThat(sent).hasSize(Alerts.MAX_SUBJECTS);
    }

    @Test
    void manyThreadsRaiseOne() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int n = 0; n < 1_000; n++) {
                    alerts.raise(alert("DB_DOWN", "orders"));
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sent).hasSize(1);
        assertThat(telemetry.total("seaworthy.alert.silenced")).isEqualTo(7_999);
    }

    @Test
    void failingSinkHurtsNobodyIsCountedAndLoggedOnce() {
        AlertSink broken = alert -> {
            throw new IllegalStateException("pager is down");
        };
        Alerts some = new Alerts(time, telemetry, List.of(broken, sent::add));
        some.raise(alert("DB_DOWN", "or\nders"));
        some.raise(alert("BUG", "x"));

        assertThat(telemetry.total("seaworthy.alert.sink-failed", "sink", "AlertsTest"))
                .isEqualTo(2);
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .isEqualTo(
                            "alert sink AlertsTest failed, got alert 'DB_DOWN or\\u000aders'; look at its settings, until it"
                                    + " works again its failures are counted as seaworthy.alert.sink-failed and not logged");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("pager is down");
        });
    }

    @Test
    void aSinkWhoseClassIsMissingHurtsNobody() {
        AlertSink missing = alert -> {
            throw new NoClassDefFoundError("com/example/Pager");
        };
        new Alerts(time, telemetry, List.of(missing, sent::add)).raise(alert("DB_DOWN", "orders"));

        assertThat(sent).contains(alert("DB_DOWN", "orders"));
    }

    @Test
    void theOthersAreToldOnceThatASinkFailsAndThatItWorksAgain() {
        AtomicBoolean down = new AtomicBoolean(true);
        List<Alert> paged = new ArrayList<>();
        AlertSink pager = alert -> {
            if (down.get()) {
                throw new IllegalStateException("pager is down");
            }
            paged.add(alert);
        };
        Alerts some = new Alerts(time, telemetry, List.of(pager, sent::add));
        some.raise(alert("DB_DOWN", "orders"));
        some.raise(alert("DB_DOWN", "users"));
        assertThat(sent)
                .filteredOn(alert -> alert.code().equals(Alerts.SINK_FAILED))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.subject()).isEqualTo("AlertsTest");
                    assertThat(alert.logged()).isTrue();
                });

        down.set(false);
        some.raise(alert("DB_DOWN", "stock"));
        time.advance(AlertSettings.RESOLVE_AFTER);
        some.settle();

        assertThat(sent)
                .last()
                .satisfies(alert -> assertThat(alert.text())
                        .isEqualTo("Resolved after 0 s: Alert sink AlertsTest takes alerts again."));
        assertThat(paged).containsExactly(alert("DB_DOWN", "stock"));
    }

    @Test
    void aSinkMayRaiseAlertsItself() {
        AtomicReference<Alerts> own = new AtomicReference<>();
        AlertSink curious = alert -> {
            sent.add(alert);
            own.get().raise(alert("SINK_SAW", alert.code()));
        };
        own.set(new Alerts(time, telemetry, List.of(curious)));
        own.get().raise(alert("DB_DOWN", "orders"));

        assertThat(sent).hasSize(3).first().isEqualTo(alert("DB_DOWN", "orders"));
    }

    @Test
    void brokenLogHurtsNobody() {
        AppenderBase<ILoggingEvent> brokenLog = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                throw new AssertionError("disk full");
            }
        };
        brokenLog.start();
        logger.addAppender(brokenLog);
        try {
            AlertSink broken = alert -> {
                throw new IllegalStateException("pager is down");
            };
            new Alerts(time, telemetry, List.of(broken, sent::add)).raise(alert("BUG", "x"));
        } finally {
            logger.detachAppender(brokenLog);
        }
        assertThat(sent).hasSize(2);
    }

    private static Alert alert(String code, String subject) {
        return new Alert(code, subject, "Something is wrong.", null);
    }
}
