// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TelemetryTest {

    private static final int THREADS = 8;

    private final Telemetry telemetry = new Telemetry();

    @Test
    void countsByNameAndTag() {
        telemetry.count("seaworthy.error.reported");
        telemetry.count("seaworthy.error.reported", "class", "BUG");
        telemetry.count("seaworthy.error.reported", "class", "BUG");

        assertThat(telemetry.total("seaworthy.error.reported")).isEqualTo(1);
        assertThat(telemetry.total("seaworthy.error.reported", "class", "BUG")).isEqualTo(2);
        assertThat(telemetry.total("seaworthy.error.reported", "class", "CONFLICT"))
                .isZero();
        assertThat(telemetry.totals())
                .containsOnlyKeys("seaworthy.error.reported", "seaworthy.error.reported{class=BUG}");
    }

    @Test
    void askingOpensNoSeries() {
        assertThat(telemetry.total("seaworthy.x.y", "a", "b")).isZero();
        assertThat(telemetry.totals()).isEmpty();
    }

    @Test
    void floodOfTagValuesFromManyThreadsStaysBoundedAndLosesNoCount() throws InterruptedException {
        telemetry.count("seaworthy.x.early", "kind", "known");
        int each = 10 * Telemetry.MAX_SERIES;
        inThreads(thread -> {
            for (int i = 0; i < each; i++) {
                // Half of the values are the same in all threads, so that they race for the same series too.
                telemetry.count("seaworthy.x.flood", "value", (i % 2 == 0 ? "" : thread + "-") + i);
            }
        });

        assertThat(telemetry.totals()).hasSizeLessThanOrEqualTo(Telemetry.MAX_SERIES);
        assertThat(sum()).isEqualTo(THREADS * (long) each + 1);
        assertThat(telemetry.total("seaworthy.x.flood", "value", "other")).isPositive();

        telemetry.count("seaworthy.x.early", "kind", "known");
        telemetry.count("seaworthy.x.late", "kind", "new");
        telemetry.count("seaworthy.x.untagged");
        assertThat(telemetry.total("seaworthy.x.early", "kind", "known")).isEqualTo(2);
        assertThat(telemetry.total("seaworthy.x.late", "kind", "other")).isEqualTo(1);
        assertThat(telemetry.total("seaworthy.x.untagged")).isEqualTo(1);
    }

    @Test
    void floodOfNamesStaysBoundedAndLosesNoCount() throws InterruptedException {
        int each = 10 * Telemetry.MAX_SERIES;
        inThreads(thread -> {
            for (int i = 0; i < each; i++) {
                telemetry.count("seaworthy.x." + thread + '.' + i);
            }
        });

        assertThat(telemetry.totals()).hasSize(Telemetry.MAX_SERIES);
        assertThat(sum()).isEqualTo(THREADS * (long) each);
        assertThat(telemetry.total("seaworthy.telemetry.overflow")).isPositive();
    }

    @Test
    void listenersHearOfEverySeriesOnce() throws InterruptedException {
        List<Telemetry.Series> heard = Collections.synchronizedList(new ArrayList<>());
        inThreads(thread -> {
            if (thread == THREADS / 2) {
                telemetry.onSeries((series, adder) -> heard.add(series));
            }
            for (int i = 0; i < 500; i++) {
                telemetry.count("seaworthy.x.y", "i", String.valueOf(i));
            }
        });

        assertThat(heard).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void listenerThatThrowsStopsNoCountingAndIsLoggedOnce() {
        Logger logger = (Logger) LoggerFactory.getLogger(Telemetry.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        try {
            List<Telemetry.Series> heard = new ArrayList<>();
            telemetry.count("seaworthy.x.a");
            telemetry.onSeries((series, adder) -> {
                throw new NoClassDefFoundError("gone");
            });
            telemetry.onSeries((series, adder) -> heard.add(series));
            telemetry.count("seaworthy.x.b");
            telemetry.count("seaworthy.x.b");

            assertThat(telemetry.total("seaworthy.x.b")).isEqualTo(2);
            assertThat(heard).hasSize(2);
            assertThat(log.list)
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .isEqualTo("counter could not be handed to the metrics library, got 'Series[name=seaworthy.x.a,"
                            + " tag=, value=]'; it counts on and is missing there, further such counters are not"
                            + " logged");
        } finally {
            logger.detachAppender(log);
            logger.setAdditive(true);
        }
    }

    @Test
    void listenerMayCountItself() {
        telemetry.onSeries((series, adder) -> telemetry.count("seaworthy.x.heard"));
        telemetry.count("seaworthy.x.a");
        assertThat(telemetry.total("seaworthy.x.heard")).isEqualTo(2);
    }

    private long sum() {
        return telemetry.totals().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void inThreads(IntConsumer work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException stopped) {
                    return;
                }
                work.accept(number);
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
