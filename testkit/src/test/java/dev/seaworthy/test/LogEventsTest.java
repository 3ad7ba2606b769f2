// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

class LogEventsTest {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.test.sample");

    @Test
    void hearsTextKeyValuesContextAndThrowable() {
        IllegalStateException failure = new IllegalStateException("no");
        try (LogEvents events = LogEvents.capture();
                MDC.MDCCloseable context = MDC.putCloseable("correlationId", "kit-12345")) {
            LOG.atWarn().addKeyValue("error.id", 7).setCause(failure).log("failed {} times", 3);

            assertThat(events.all()).singleElement().satisfies(event -> {
                assertThat(event.logger()).isEqualTo("dev.seaworthy.test.sample");
                assertThat(event.level()).isEqualTo(Level.WARN);
                assertThat(event.message()).isEqualTo("failed 3 times");
                assertThat(event.value("error.id")).isEqualTo("7");
                assertThat(event.value("error.code")).isEmpty();
                assertThat(event.mdc()).containsEntry("correlationId", "kit-12345");
                assertThat(event.throwable()).isSameAs(failure);
            });
        }
    }

    @Test
    void opensALoggerUntilClosedAndThenHearsNoMore() {
        ch.qos.logback.classic.Logger logback = (ch.qos.logback.classic.Logger) LOG;
        logback.setLevel(ch.qos.logback.classic.Level.ERROR);
        try {
            LogEvents events = LogEvents.capture(LOG.getName());
            LOG.debug("heard");
            events.close();
            LOG.debug("not heard");
            LOG.error("not heard either");

            assertThat(events.all()).extracting(LogEvents.Event::message).containsExactly("heard");
            assertThat(logback.getLevel()).isEqualTo(ch.qos.logback.classic.Level.ERROR);
        } finally {
            logback.setLevel(null);
        }
    }

    @Test
    void waitsForAnEventOfAnotherThread() throws Exception {
        try (LogEvents events = LogEvents.capture()) {
            int mark = events.mark();
            Thread other = new Thread(() -> LOG.info("from afar"));
            other.start();

            assertThat(events.await(mark, event -> event.message().equals("from afar"), Duration.ofSeconds(10)))
                    .isTrue();
            other.join();
            assertThat(events.since(events.mark())).isEmpty();
            assertThat(events.await(events.mark(), event -> true, Duration.ZERO))
                    .isFalse();
        }
    }

    @Test
    void keepsABoundedNumberOfEvents() {
        try (LogEvents events = LogEvents.capture()) {
            for (int i = 0; i < LogEvents.MOST * 10; i++) {
                LOG.info("flood");
            }
            assertThat(events.all()).hasSize(LogEvents.MOST);
        }
    }
}
