// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class LogSinkTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.seaworthy.alert");
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
    void alertBecomesOneWarningWithKeyValues() {
        AlertSink.log().send(new Alert("DB_DOWN", "orders", "Nobody answers.\nAt all.", "0123456789abcdef"));

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).isEqualTo("DB_DOWN orders: Nobody answers.\\u000aAt all.");
            assertThat(event.getKeyValuePairs())
                    .containsExactly(
                            new KeyValuePair("alert.code", "DB_DOWN"),
                            new KeyValuePair("alert.subject", "orders"),
                            new KeyValuePair("alert.correlation_id", "0123456789abcdef"));
        });
    }

    @Test
    void alertOutsideOfRequestsHasNoCorrelation() {
        AlertSink.log().send(new Alert("DB_DOWN", "orders", "Nobody answers.", null));

        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getKeyValuePairs()).hasSize(2));
    }
}
