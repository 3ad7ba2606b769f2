// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.spring.report.RoomSwitch;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a person overrule a breaker. */
final class DoorSwitch implements RoomSwitch {

    private static final Map<String, BreakerMode> MODES = Map.of(
            "auto", BreakerMode.AUTOMATIC,
            "force-open", BreakerMode.FORCED_OPEN,
            "disable", BreakerMode.DISABLED,
            "shadow", BreakerMode.SHADOW);

    private final ExternalServices services;

    DoorSwitch(ExternalServices services) {
        this.services = services;
    }

    @Override
    public String room() {
        return "outbound";
    }

    @Override
    public Set<String> modes() {
        return MODES.keySet();
    }

    @Override
    public @Nullable String change(String subject, String mode) {
        ExternalService door = services.find(subject).orElse(null);
        BreakerMode chosen = MODES.get(mode);
        if (door == null || chosen == null) {
            return null;
        }
        door.mode(chosen);
        return DoorWords.of(door.state());
    }
}
