// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StartupReportTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.seaworthy.report");
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
    void tableShowsRoomsSettingsAndFindings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("invalid-status", "422");
        settings.put("type-base", "(urn)");
        StartupReport report = new StartupReport(List.of(
                () -> new RoomReport("error", true, settings, List.of(Finding.info("no SQL driver is present"))),
                () -> new RoomReport("correlation", false, Map.of(), List.of(Finding.warn("switched off")))));

        assertThat(report.render()).isEqualTo("""
                        Seaworthy: 1 room on, 1 off, 1 warning
                          error        on
                                       invalid-status  422
                                       type-base       (urn)
                          correlation  off
                          INFO error: no SQL driver is present
                          WARN correlation: switched off""");
    }

    @Test
    void nothingToReportIsSaidToo() {
        assertThat(new StartupReport(List.of()).render()).isEqualTo("Seaworthy: 0 rooms on, 0 off, 0 warnings");
    }

    @Test
    void reportIsLoggedOnceAsOneEvent() {
        StartupReport report = new StartupReport(List.of(() -> room("error", Map.of("a", "{} %m ${x}"))));
        report.log();
        report.log();

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.INFO);
            assertThat(event.getFormattedMessage()).isEqualTo(report.render()).contains("{} %m ${x}");
        });
    }

    @Test
    void warningsRaiseTheLevel() {
        new StartupReport(List.of(() -> new RoomReport("error", true, Map.of(), List.of(Finding.warn("odd"))))).log();

        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    @Test
    void secretsAreMasked() {
        RoomReport room = room(
                "alert",
                Map.of("webhook.token", "canary-1", "db-password", "canary-2", "token-count", "7", "url", "x"));

        assertThat(room.settings())
                .containsEntry("webhook.token", "***")
                .containsEntry("db-password", "***")
                .containsEntry("token-count", "7");
        assertThat(new StartupReport(List.of(() -> room)).render()).doesNotContain("canary");
        assertThat(room.toString()).doesNotContain("canary");
    }

    @Test
    void textsCannotForgeLines() {
        RoomReport room = new RoomReport(
                "er\nror", true, Map.of("na\nme", "va\r\nlue\u001b[2J"), List.of(Finding.warn("te\u2028xt")));

        assertThat(new StartupReport(List.of(() -> room)).render().lines())
                .containsExactly(
                        "Seaworthy: 1 room on, 0 off, 1 warning",
                        "  er\\u000aror  on",
                        "               na\\u000ame  va\\u000d\\u000alue\\u001b[2J",
                        "  WARN er\\u000aror: te\\u2028xt");
    }

    @Test
    void reporterThatThrowsBecomesFinding() {
        Reporter broken = () -> {
            throw new IllegalStateException("no\nluck");
        };
        Reporter hopeless = () -> {
            throw new StackOverflowError();
        };
        Reporter silent = () -> null;
        StartupReport report = new StartupReport(List.of(broken, hopeless, () -> room("error", Map.of()), silent));

        assertThat(report.rooms()).hasSize(4);
        assertThat(report.rooms().get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
            assertThat(finding.text())
                    .matches("reporter dev\\.seaworthy\\.core\\.report\\.StartupReportTest\\S+ failed, got"
                            + " 'java\\.lang\\.IllegalStateException: no\\\\u000aluck'; its room may work all the same,"
                            + " tell the room's author");
        });
        assertThat(report.rooms().get(1).findings()).hasSize(1);
        assertThat(report.rooms().get(2).room()).isEqualTo("error");
        assertThat(report.rooms().get(3).findings().get(0).text()).contains("a reporter must answer a report");
    }

    @Test
    void throwableThatCannotBeDescribedIsStillReported() {
        Reporter broken = () -> {
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new IllegalStateException("again");
                }
            };
        };
        assertThat(new StartupReport(List.of(broken)).render()).contains("WARN unknown: reporter ");
    }

    @Test
    void brokenLogIsNoReasonNotToStart() {
        AppenderBase<ILoggingEvent> brokenLog = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                throw new AssertionError("disk full");
            }
        };
        brokenLog.start();
        logger.addAppender(brokenLog);
        try {
            assertThatCode(() -> new StartupReport(List.of()).log()).doesNotThrowAnyException();
        } finally {
            logger.detachAppender(brokenLog);
        }
    }

    @Test
    void roomsAreBounded() {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 10 * RoomReport.MAX_ENTRIES; i++) {
            settings.put("setting" + i, "x".repeat(10_000));
            findings.add(Finding.info("y".repeat(10_000)));
        }
        RoomReport room = new RoomReport("error", true, settings, findings);

        assertThat(room.settings()).hasSize(RoomReport.MAX_ENTRIES);
        assertThat(room.findings()).hasSize(RoomReport.MAX_ENTRIES);
        assertThat(new StartupReport(List.of(() -> room)).render().length()).isLessThan(500_000);
    }

    private static RoomReport room(String name, Map<String, String> settings) {
        return new RoomReport(name, true, settings, List.of());
    }
}
