// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import dev.seaworthy.core.logging.JsonLogEncoder;
import dev.seaworthy.core.logging.LogBench;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueAppenderTest {

    private final LogBench log = new LogBench();
    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final Semaphore gate = new Semaphore(0);
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final List<ILoggingEvent> written = new CopyOnWriteArrayList<>();

    private final AppenderBase<ILoggingEvent> slow = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            blocked.countDown();
            try {
                gate.acquire();
                written.add(event);
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
        }
    };

    @AfterEach
    void stop() {
        gate.release(1_000_000);
        log.close();
    }

    private QueueAppender queue(QueueSettings settings, AppenderBase<ILoggingEvent> inside) {
        inside.setContext(log.context());
        inside.setName("INSIDE");
        inside.start();
        QueueAppender queue = new QueueAppender(settings, time);
        queue.setContext(log.context());
        queue.addAppender(inside);
        queue.start();
        log.root().addAppender(queue);
        return queue;
    }

    private static QueueSettings capacity(int capacity) {
        return new QueueSettings(capacity, 0, Duration.ofSeconds(5));
    }

    private LogLosses losses() {
        return LogLosses.of(log.context());
    }

    @Test
    void aBlockedAppenderBlocksNobodyAndTheLightestAreDroppedFirst() throws InterruptedException {
        queue(capacity(100), slow);
        Logger logger = log.logger();
        logger.info("blocks the writer");
        assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();

        for (Level level : List.of(Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR)) {
            for (int i = 0; i < 1_000; i++) {
                logger.atLevel(org.slf4j.event.Level.valueOf(level.toString())).log("{} {}", level, i);
            }
        }
        gate.release(1_000_000);

        await().until(() -> written.size() == 101);
        assertThat(written).filteredOn(event -> event.getLevel() == Level.DEBUG).hasSize(50);
        assertThat(written).filteredOn(event -> event.getLevel() == Level.INFO).hasSize(31);
        assertThat(written).filteredOn(event -> event.getLevel() == Level.WARN).hasSize(20);
        assertThat(losses().total(LogLosses.DROPPED)).isEqualTo(4_000 - 100);
    }

    @Test
    void dropsAreCountedExportedAndSummedUp() throws InterruptedException {
        QueueAppender queue = queue(capacity(16), slow);
        log.logger().info("blocks the writer");
        assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100_000; i++) {
            log.logger().warn("warning {}", i);
        }
        Telemetry telemetry = new Telemetry();
        losses().export(telemetry);
        assertThat(telemetry.total(LogLosses.DROPPED, "level", "WARN")).isEqualTo(100_000 - 16);
        log.logger().warn("one more");
        assertThat(telemetry.total(LogLosses.DROPPED, "level", "WARN")).isEqualTo(100_000 - 15);

        gate.release(1_000_000);
        queue.stop();

        assertThat(written.get(written.size() - 1)).satisfies(summary -> {
            assertThat(summary.getLoggerName()).isEqualTo("dev.seaworthy.logging");
            assertThat(summary.getFormattedMessage())
                    .isEqualTo(
                            "log events were not written: dropped WARN 99985; they came too fast, said the same again,"
                                    + " or their appender failed");
            assertThat(summary.getKeyValuePairs())
                    .anySatisfy(pair -> assertThat(pair.value).isEqualTo("LOG_EVENTS_LOST"));
        });
    }

    @Test
    void aSummaryComesByItselfWhenTheTimeIsUp() throws InterruptedException {
        queue(capacity(16), slow);
        log.logger().info("blocks the writer");
        assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100; i++) {
            log.logger().warn("warning {}", i);
        }
        time.advance(Delivery.BETWEEN_SUMMARIES);
        gate.release(1_000_000);

        await().until(() ->
                written.stream().anyMatch(event -> event.getLoggerName().equals(Delivery.LOGGER)));
    }

    @Test
    void stoppingWritesWhatWaits() throws InterruptedException {
        gate.release(1_000_000);
        QueueAppender queue = queue(capacity(10_000), slow);
        for (int i = 0; i < 5_000; i++) {
            log.logger().info("event {}", i);
        }
        queue.stop();

        assertThat(written).hasSize(5_000);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("logback-seaworthy-queue") && thread.isAlive());
    }

    @Test
    void stoppingGivesUpOnAnAppenderThatNeverReturns() throws InterruptedException {
        QueueAppender queue = queue(new QueueSettings(16, 0, Duration.ofMillis(50)), slow);
        log.logger().info("blocks the writer");
        assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();

        queue.stop();

        assertThat(queue.isStarted()).isFalse();
    }

    @Test
    void anAppenderThatThrowsIsCountedAndAskedAgain() {
        CountDownLatch calls = new CountDownLatch(3);
        queue(capacity(100), new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                calls.countDown();
                throw new StackOverflowError("broken appender");
            }
        });
        for (int i = 0; i < 3; i++) {
            log.logger().info("event {}", i);
        }

        await().until(() -> calls.getCount() == 0 && losses().total(LogLosses.FAILED) == 3);
    }

    @Test
    void aFullDiskLosesWhatItMustAndIsTriedAgain() {
        Disk disk = new Disk();
        OutputStreamAppender<ILoggingEvent> file = new OutputStreamAppender<>();
        JsonLogEncoder encoder = new JsonLogEncoder();
        encoder.start();
        file.setContext(log.context());
        file.setName("FILE");
        file.setEncoder(encoder);
        file.setOutputStream(disk);
        file.start();
        QueueAppender queue = new QueueAppender(capacity(100), time);
        queue.setContext(log.context());
        queue.addAppender(file);
        queue.start();
        log.root().addAppender(queue);

        disk.full = true;
        log.logger().info("lost");
        await().until(() -> losses().total(LogLosses.FAILED) == 1);
        disk.full = false;
        time.advance(Delivery.BETWEEN_SUMMARIES);

        await().until(() -> disk.text.toString().contains("failed INFO 1"));
        log.logger().info("back");
        await().until(() -> disk.text.toString().contains("back"));
    }

    @Test
    void equalEventsAreLeftOutAndDistinctOnesNever() {
        gate.release(1_000_000);
        QueueAppender queue = queue(new QueueSettings(10_000, 3, Duration.ofSeconds(5)), slow);
        for (int i = 0; i < 10; i++) {
            log.logger().warn("the same {}", "words");
            log.logger().warn("other {}", i);
            log.logger().warn("thrown", new IllegalStateException(String.valueOf(i)));
        }
        for (int i = 0; i < 10; i++) {
            log.mdc().put("correlationId", "request-" + i);
            log.logger().info("order placed");
        }
        log.mdc().clear();
        time.advance(Duplicates.WINDOW);
        log.logger().warn("the same words");
        queue.stop();

        assertThat(texts("the same words")).isEqualTo(4);
        assertThat(texts("thrown")).isEqualTo(3);
        assertThat(written)
                .filteredOn(event -> event.getFormattedMessage().startsWith("other"))
                .hasSize(10);
        assertThat(texts("order placed")).isEqualTo(10);
        assertThat(losses().total(LogLosses.SUPPRESSED)).isEqualTo(14);
    }

    private long texts(String text) {
        return written.stream()
                .filter(event -> event.getFormattedMessage().equals(text))
                .count();
    }

    @Test
    void duplicatesAreRememberedUpToACap() {
        Duplicates duplicates = new Duplicates(1);
        log.appender(new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                duplicates.suppresses(event, 0);
            }
        });
        for (int i = 0; i < 10 * Duplicates.MAX_KNOWN; i++) {
            log.logger().info("event {}", i);
        }

        assertThat(duplicates.known()).isEqualTo(Duplicates.MAX_KNOWN);
    }

    @Test
    void messagesThatWaitAreBoundedByTheirCharacters() throws InterruptedException {
        queue(capacity(10_000), slow);
        log.logger().info("blocks the writer");
        assertThat(blocked.await(5, TimeUnit.SECONDS)).isTrue();
        String megabyte = "x".repeat(1024 * 1024);
        for (int i = 0; i < 160; i++) {
            log.logger().error(megabyte);
        }

        assertThat(losses().total(LogLosses.DROPPED)).isGreaterThanOrEqualTo(144);
    }

    @Test
    void settingsTeach() {
        assertThatThrownBy(() -> new QueueSettings(1, 0, Duration.ZERO))
                .hasMessage("seaworthy.logging.queue.capacity must be 16 to 1000000, got '1'; write 8192");
        assertThatThrownBy(() -> new QueueSettings(16, -1, Duration.ZERO))
                .hasMessage(
                        "seaworthy.logging.queue.duplicates must not be negative, got '-1'; write 0 for any number");
        assertThatThrownBy(() -> new QueueSettings(16, 0, Duration.ofHours(1)))
                .hasMessage("seaworthy.logging.queue.flush must be 0s to 1m, got 'PT1H'; write 2s");
    }

    private static final class Disk extends OutputStream {

        private final StringBuffer text = new StringBuffer();
        private volatile boolean full;

        @Override
        public void write(int b) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            text.append((char) b);
        }
    }
}
