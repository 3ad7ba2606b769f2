// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.seaworthy.core.logging.event.EventWriter;
import dev.seaworthy.core.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes events with secrets of every kind in every place, and scans all that comes out. */
class NoLeakTest {

    private static final String[] CARDS = {
        "4111111111111111", "5555555555554444", "378282246310005", "6011111111111117", "4111 1111 1111 1111"
    };
    private static final List<String> NAMES = List.of("password", "apiKey", "client_secret", "access-token", "pin");

    @Test
    void noneOfManyEventsLeaks() {
        write(20_000);
    }

    @Test
    @Tag("storm")
    void noneOfAMillionEventsLeaks() {
        write(1_000_000);
    }

    private static void write(int events) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        EventWriter writer = new EventWriter(Redactor.withDefaults(), "shop");
        Scan scan = new Scan(writer);
        try (LogBench log = new LogBench().appender(scan)) {
            for (int i = 0; i < events; i++) {
                // Letters that stand nowhere else, so that finding a part of one is finding a leak.
                scan.secret = "Zq" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + "Qz";
                scan.card = CARDS[random.nextInt(CARDS.length)];
                one(log, random, scan);
            }
        }
        assertThat(scan.leaks).as("seed %d, first leak %s", seed, scan.first).isZero();
        assertThat(scan.seen).isEqualTo(events);
    }

    private static void one(LogBench log, Random random, Scan scan) {
        Logger logger = log.logger();
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String text = switch (random.nextInt(6)) {
            case 0 -> name + "=" + scan.secret + ", paid by " + scan.card;
            case 1 -> "{\"" + name + "\":\"" + scan.secret + "\",\"n\":1}";
            case 2 -> "Authorization: Bearer " + scan.secret;
            case 3 -> "https://ada:" + scan.secret + "@db/x card " + scan.card;
            case 4 -> "-----BEGIN PRIVATE KEY-----\n" + scan.secret + "\n-----END PRIVATE KEY-----";
            default -> "eyJhbGciOiJI" + scan.secret + ".eyJzdWIi" + scan.secret + "." + scan.secret;
        };
        switch (random.nextInt(5)) {
            case 0 -> logger.info(text);
            case 1 -> logger.info("argument {}", text);
            case 2 -> logger.error("thrown", new IllegalStateException(text, new RuntimeException(text)));
            case 3 ->
                logger.atInfo()
                        .addKeyValue(name, scan.secret)
                        .addKeyValue("note", text)
                        .log("key-values");
            default -> {
                log.mdc().put(name, scan.secret);
                log.mdc().put("note", text);
                logger.info("mdc");
                log.mdc().clear();
            }
        }
    }

    private static final class Scan extends AppenderBase<ILoggingEvent> {

        private final EventWriter writer;
        private String secret = "";
        private String card = "";
        private int seen;
        private int leaks;
        private String first = "none";

        Scan(EventWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void append(ILoggingEvent event) {
            seen++;
            String line = new String(writer.write(event), StandardCharsets.UTF_8);
            if (line.contains(secret) || line.contains(card)) {
                leaks++;
                first = first.equals("none") ? line : first;
            }
        }
    }
}
