// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the health endpoint tells of the doors: details, and never a reason to be down. A service that fails takes no replica
 * out of its load balancer, because the others could not reach that service either. Thread-safe.
 */
public final class DoorHealth {

    private final ExternalServices services;

    DoorHealth(ExternalServices services) {
        this.services = services;
    }

    /** One line for each service, by name. */
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        for (ExternalService door : services.all()) {
            details.put(door.name(), DoorWords.of(door.state()));
        }
        return details;
    }
}
