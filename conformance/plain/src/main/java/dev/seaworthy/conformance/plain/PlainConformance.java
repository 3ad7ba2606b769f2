// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.test.FailureConformance;
import dev.seaworthy.test.FailureMode;
import dev.seaworthy.test.Probe;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The failure modes that servlets alone can have, against a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PlainConformance extends FailureConformance {

    private final SeaworthyFilters filters = SeaworthyFilters.withDefaults();
    private int port;

    /** For subclasses. */
    protected PlainConformance() {}

    /** Starts the server with {@link PlainApp} and the container's own error page; answers its port. */
    protected abstract int start(SeaworthyFilters filters) throws Exception;

    /** Stops it. */
    protected abstract void stop() throws Exception;

    @BeforeAll
    final void startServer() throws Exception {
        port = start(filters);
    }

    @Override
    protected Telemetry telemetry() {
        return filters.telemetry();
    }

    @AfterAll
    final void stopServer() throws Exception {
        stop();
    }

    @Override
    protected URI baseUri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected Set<FailureMode> modes() {
        return EnumSet.of(
                FailureMode.UNKNOWN_PATH,
                FailureMode.WRONG_METHOD,
                FailureMode.RUNTIME_EXCEPTION,
                FailureMode.CHECKED_EXCEPTION,
                FailureMode.JAVA_ERROR,
                FailureMode.FILTER_EXCEPTION,
                FailureMode.SEND_ERROR,
                FailureMode.ASYNC,
                FailureMode.AFTER_COMMIT,
                FailureMode.CLIENT_GONE,
                FailureMode.STREAM_TAKEN,
                FailureMode.BODY_TOO_LARGE,
                FailureMode.UNIQUE_VIOLATION,
                FailureMode.DATABASE_DOWN,
                FailureMode.CONTAINER_LEVEL,
                FailureMode.HEAD,
                FailureMode.HTML,
                FailureMode.XML);
    }

    @Override
    protected List<Probe> probesFor(FailureMode mode) {
        return super.probesFor(mode).stream()
                .filter(probe -> !probe.target().endsWith("/jpa"))
                .filter(probe ->
                        mode != FailureMode.CHECKED_EXCEPTION || !probe.target().contains("/io"))
                .toList();
    }
}
