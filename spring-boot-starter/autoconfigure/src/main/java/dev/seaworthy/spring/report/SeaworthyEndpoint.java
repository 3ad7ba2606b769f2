// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * All rooms under {@code /actuator/seaworthy}, one under {@code /actuator/seaworthy/{room}}; what can be switched by hand is
 * switched under {@code /actuator/seaworthy/{room}/{subject}}.
 */
@Endpoint(id = "seaworthy")
final class SeaworthyEndpoint {

    private static final int MAX_TEXT = 100;

    private final StartupReport report;
    private final List<RoomSwitch> switches;

    SeaworthyEndpoint(StartupReport report, List<RoomSwitch> switches) {
        this.report = report;
        this.switches = List.copyOf(switches);
    }

    @ReadOperation
    Map<String, List<RoomReport>> rooms() {
        return Map.of("rooms", report.rooms());
    }

    @ReadOperation
    @Nullable
    RoomReport room(@Selector String room) {
        return report.rooms().stream()
                .filter(known -> known.room().equals(room))
                .findFirst()
                .orElse(null);
    }

    @WriteOperation
    WebEndpointResponse<Map<String, String>> change(@Selector String room, @Selector String subject, String mode) {
        RoomSwitch found = switches.stream()
                .filter(known -> known.room().equals(room))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        if (!found.modes().contains(mode)) {
            throw new InvalidEndpointRequestException(
                    "mode of a subject of room " + room + " must be one of " + new TreeSet<>(found.modes()) + ", got '"
                            + Redact.line(mode, MAX_TEXT) + "'; write one of them",
                    "the mode is none of " + new TreeSet<>(found.modes()));
        }
        String now = found.change(subject, mode);
        return now == null
                ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND)
                : new WebEndpointResponse<>(Map.of("subject", subject, "now", now));
    }
}
