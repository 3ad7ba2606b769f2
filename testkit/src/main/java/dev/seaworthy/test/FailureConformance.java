// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.test.http.RawHttp;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes a running app fail in every way of {@link FailureMode}, over real sockets, and checks that every answer has the
 * one shape, leaks nothing, and left one event in the log.
 *
 * <p>Extend it, start the app, and answer its address. An app of one's own replaces {@link #probesFor}, to point at its
 * own endpoints, and leaves out of {@link #modes} what it cannot provoke:
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * class OrdersFailWellTest extends FailureConformance {
 *     @LocalServerPort int port;
 *
 *     @Override protected URI baseUri() { return URI.create("http://localhost:" + port); }
 *     @Override protected Set<FailureMode> modes() { return EnumSet.of(UNKNOWN_PATH, MALFORMED_JSON); }
 *     @Override protected List<Probe> probesFor(FailureMode mode) {
 *         return mode.probes(invalidStatus()).stream().map(probe -> probe.at("/api/orders")).toList();
 *     }
 * }
 * }</pre>
 */
public abstract class FailureConformance {

    /** For subclasses. */
    protected FailureConformance() {}

    /** Where the app answers: {@code http}, host, port, and its context path where it has one. */
    protected abstract URI baseUri();

    /** The modes to check; all of them unless overridden. */
    protected Set<FailureMode> modes() {
        return EnumSet.allOf(FailureMode.class);
    }

    /** How to provoke a mode; the probes for an app made for the kit unless overridden. */
    protected List<Probe> probesFor(FailureMode mode) {
        return mode.probes(invalidStatus());
    }

    /** The status that the app gives to well-formed input it cannot accept: 400 or 422. */
    protected int invalidStatus() {
        return ErrorSettings.INVALID_STATUS;
    }

    /** Whether the app logs in this JVM, through Logback, so that its log can be checked too. */
    protected boolean logsHere() {
        return LogEvents.available();
    }

    /** Loggers that may log a throwable at WARN or ERROR beside the one event, because nobody can keep them from it. */
    protected Set<String> toleratedLoggers() {
        return Set.of();
    }

    /** What the app counts into, where the test can reach it; else counts are not checked. */
    protected @Nullable Telemetry telemetry() {
        return null;
    }

    /** The longest time one exchange may take. */
    protected Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** One test for each probe, and a last one for what was logged late. */
    @TestFactory
    final Stream<DynamicNode> everyFailureHasTheOneShape() {
        RawHttp http = new RawHttp(baseUri(), patience());
        if (!logsHere()) {
            return tests(runner(http, null));
        }
        LogEvents events = LogEvents.capture(LogCheck.ERROR_LOGGER);
        LogCheck check = new LogCheck(events, toleratedLoggers());
        DynamicNode late = DynamicTest.dynamicTest("nothing was logged twice", () -> {
            List<String> faults = check.lateFaults();
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        });
        return Stream.concat(tests(runner(http, check)), Stream.of(late)).onClose(events::close);
    }

    private ProbeRunner runner(RawHttp http, @Nullable LogCheck check) {
        Telemetry telemetry = telemetry();
        return new ProbeRunner(baseUri(), http, check, telemetry == null ? null : new GoneCallers(telemetry));
    }

    private Stream<DynamicNode> tests(ProbeRunner runner) {
        return modes().stream()
                .sorted()
                .flatMap(mode -> probesFor(mode).stream()
                        .map(probe -> DynamicTest.dynamicTest(
                                mode.number() + " " + mode.sentence() + ": " + probe.name(),
                                () -> runner.run(mode, probe))));
    }
}
