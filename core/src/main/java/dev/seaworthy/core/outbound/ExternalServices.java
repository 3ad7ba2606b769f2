// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.door.DoorWords;
import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All doors of an app, by name, and what the room says about itself. Thread-safe. */
public final class ExternalServices implements Reporter {

    /** More doors than this are a mistake: a door is for a service, not for a URL. */
    public static final int MAX_SERVICES = 200;

    private static final int MAX_NAME = 80;

    private final Map<String, ExternalService> doors = Collections.synchronizedMap(new TreeMap<>());

    /** None yet. */
    public ExternalServices() {}

    /**
     * Adds a door.
     *
     * @throws IllegalArgumentException if there is one of that name, or if there are {@value #MAX_SERVICES}
     */
    public void add(ExternalService door) {
        synchronized (doors) {
            if (doors.containsKey(door.name())) {
                throw new IllegalArgumentException("outbound service is there already, got '" + door.name()
                        + "' twice; keep one door and share it, so that its breaker sees all calls");
            }
            if (doors.size() >= MAX_SERVICES) {
                throw new IllegalArgumentException("outbound services are too many, got '" + (MAX_SERVICES + 1)
                        + "'; keep one door for each service, not for each URL, tenant or user");
            }
            doors.put(door.name(), door);
        }
    }

    /** The door of that name. */
    public Optional<ExternalService> find(String name) {
        return Optional.ofNullable(doors.get(name));
    }

    /**
     * The door of that name.
     *
     * @throws IllegalArgumentException if there is none; the message says which there are
     */
    public ExternalService require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("outbound service is not known, got '"
                        + Redact.line(name, MAX_NAME) + "'; known are "
                        + all().stream().map(ExternalService::name).toList()));
    }

    /** All doors, sorted by name. A snapshot. */
    public List<ExternalService> all() {
        synchronized (doors) {
            return new ArrayList<>(doors.values());
        }
    }

    @Override
    public RoomReport report() {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (ExternalService door : all()) {
            settings.put(door.name(), DoorWords.pipeline(door.settings()));
            findings.addAll(DoorWords.findings(door.name(), door.settings()));
            BreakerMode mode = door.state().mode();
            if (mode != BreakerMode.AUTOMATIC) {
                findings.add(Finding.warn("service '" + door.name() + "' has a breaker in mode " + mode
                        + "; set it back to AUTOMATIC when the reason is gone"));
            }
        }
        return new RoomReport("outbound", !settings.isEmpty(), settings, findings);
    }
}
