// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.kit;

import dev.seaworthy.test.Expectation;
import dev.seaworthy.test.FailureConformance;
import dev.seaworthy.test.FailureMode;
import dev.seaworthy.test.Probe;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** All failure modes against the app that fails on purpose, and what only Spring can add to them. */
public abstract class BootConformance extends FailureConformance {

    @SuppressWarnings("NullAway.Init")
    @Autowired
    private Environment environment;

    /** For subclasses. */
    protected BootConformance() {}

    @Override
    protected URI baseUri() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    @Override
    protected int invalidStatus() {
        return environment.getProperty("seaworthy.error.invalid-status", Integer.class, 400);
    }

    @Override
    protected List<Probe> probesFor(FailureMode mode) {
        return Stream.concat(super.probesFor(mode).stream(), moreFor(mode).stream())
                .toList();
    }

    private static List<Probe> moreFor(FailureMode mode) {
        return switch (mode) {
            case UNIQUE_VIOLATION ->
                List.of(Probe.of("through JdbcTemplate", "POST", mode.path() + "/template", Expectation.problem(409)));
            case DATABASE_DOWN ->
                List.of(Probe.get(
                        "pool cannot connect",
                        mode.path() + "/pool",
                        Expectation.problem(503).code("DATABASE_UNAVAILABLE").header("Retry-After")));
            default -> List.of();
        };
    }
}
