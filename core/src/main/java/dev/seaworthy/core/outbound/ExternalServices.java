// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All doors of an app, by name, and what the room says about itself. Thread-safe. */
public final class ExternalServices implements Reporter {

    /** More doors than this are a mistake: a door is for a service, not for a URL. */
    public static final int MAX_SERVICES = 200;

    private final Map<String, ExternalService> doors = new ConcurrentHashMap<>();

    /**
     * Adds a door.
     *
     * @throws IllegalArgumentException if there is one of that name, or if there are {@value #MAX_SERVICES}
     */
    public void add(ExternalService door) {
        doors.putIfAbsent(door.name(), door);
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
        return find(name).orElseThrow();
    }

    /** All doors, sorted by name. A snapshot. */
    public Collection<ExternalService> all() {
        return new ArrayList<>(doors.values());
    }

    @Override
    public RoomReport report() {
        return new RoomReport("outbound", !doors.isEmpty(), Map.of(), List.of());
    }
}
