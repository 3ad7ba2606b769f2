// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** All rooms under {@code /actuator/seaworthy}, one under {@code /actuator/seaworthy/{room}}. */
@Endpoint(id = "seaworthy")
final class SeaworthyEndpoint {

    private final StartupReport report;

    SeaworthyEndpoint(StartupReport report) {
        this.report = report;
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
}
