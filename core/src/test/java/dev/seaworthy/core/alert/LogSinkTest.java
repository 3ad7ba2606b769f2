// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
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
                            new KeyValuePair("alert.severity", "ERROR"),
                            new KeyValuePair("alert.correlation_id", "0123456789abcdef"));
        });
    }

    @Test
    void alertOutsideOfRequestsHasNoCorrelation() {
        AlertSink.log().send(new Alert("DB_DOWN", "orders", "Nobody answers.", null));

        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getKeyValuePairs()).hasSize(3));
    }

    @Test
    void runbookAndFactsStandInTheEvent() {
        AlertSink.log()
                .send(new Alert("DB_DOWN", "orders", "Nobody answers.", null)
                        .withRunbook(URI.create("https://wiki.example.com/DB_DOWN"))
                        .withFact("pool", "10 of 10 busy")
                        .withFact("password", "hunter2"));

        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getKeyValuePairs())
                        .contains(
                                new KeyValuePair("alert.runbook", "https://wiki.example.com/DB_DOWN"),
                                new KeyValuePair("alert.fact.pool", "10 of 10 busy"),
                                new KeyValuePair("alert.fact.password", "***")));
    }

    @Test
    void whatTheLogHasAlreadyIsNotSaidAgainButItsEndIs() {
        Alert logged = new Alert("DB_DOWN", "orders", "Nobody answers.", null).asLogged();

        AlertSink.log().tell(Notice.raised(logged, Duration.ZERO));
        assertThat(log.list).isEmpty();

        AlertSink.log().tell(Notice.digest(logged, 7, Duration.ofMinutes(5)));
        AlertSink.log().tell(Notice.resolved(logged, "It answers.", 0, Duration.ofMinutes(7)));
        assertThat(log.list)
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .containsExactly(
                        "WARN DB_DOWN orders: Goes on, raised 7 times more since last told: Nobody answers.",
                        "INFO DB_DOWN orders: Resolved after 7 min: It answers.");
    }
}
