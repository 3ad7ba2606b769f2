// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.report;

import dev.seaworthy.core.redact.Redact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Asks all rooms and says in one log event what the app is protected by. Thread-safe; never throws. */
public final class StartupReport {

    /** The logger that gets the report. */
    public static final String LOGGER = "dev.seaworthy.report";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final int MAX_TEXT = 300;

    private final List<Reporter> reporters;
    private final AtomicBoolean logged = new AtomicBoolean();

    /** Asks them in this order. */
    public StartupReport(List<Reporter> reporters) {
        this.reporters = List.copyOf(reporters);
    }

    /** What every room says now. A reporter that throws is represented by a room with a finding that says so. */
    public List<RoomReport> rooms() {
        return reporters.stream().map(StartupReport::ask).toList();
    }

    /** All rooms as a plain text table, findings below. */
    public String render() {
        return ReportTable.render(rooms());
    }

    /** Logs the table: at WARN if there is a warning in it, else at INFO. The first call does, further ones do nothing. */
    public void log() {
        if (!logged.compareAndSet(false, true)) {
            return;
        }
        try {
            List<RoomReport> rooms = rooms();
            LOG.atLevel(ReportTable.warnings(rooms) > 0 ? Level.WARN : Level.INFO)
                    .log("{}", ReportTable.render(rooms));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError logBroken) {
            // A report that nobody can read is no reason not to start.
        }
    }

    private static RoomReport ask(Reporter reporter) {
        try {
            return Objects.requireNonNull(reporter.report(), "a reporter must answer a report");
        } catch (Exception | LinkageError | AssertionError | StackOverflowError broken) {
            // A lambda's class name ends in an address that differs at each start.
            String name = reporter.getClass().getName().replaceFirst("/.*", "");
            return new RoomReport(
                    "unknown",
                    false,
                    Map.of(),
                    List.of(Finding.warn("reporter " + name + " failed, got '"
                            + Redact.line(describe(broken), MAX_TEXT)
                            + "'; its room may work all the same, tell the room's author")));
        }
    }

    private static String describe(Throwable broken) {
        try {
            return broken.toString();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return broken.getClass().getName();
        }
    }
}
