// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.report;

import dev.seaworthy.core.redact.Redact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a room says about itself. Immutable, and fit to be seen from the moment it exists: values under secret names are
 * masked, and all texts are single harmless lines.
 *
 * @param room the room's name, as in {@code seaworthy.<room>}
 * @param enabled whether it does anything
 * @param settings effective settings, in the order in which they are shown: property name without the room's prefix, value
 * @param findings what looks wrong or is good to know
 */
public record RoomReport(String room, boolean enabled, Map<String, String> settings, List<Finding> findings) {

    /** So many settings and so many findings are kept at most. */
    public static final int MAX_ENTRIES = 200;

    private static final int MAX_TEXT = 500;

    /** Masks, cleans and copies. */
    public RoomReport {
        room = Redact.line(room, MAX_TEXT);
        Map<String, String> shown = new LinkedHashMap<>();
        settings.entrySet().stream().limit(MAX_ENTRIES).forEach(setting -> {
            String name = setting.getKey();
            shown.put(
                    Redact.line(name, MAX_TEXT),
                    Redact.isSecretName(name) ? Redact.MASK : Redact.line(setting.getValue(), MAX_TEXT));
        });
        settings = Collections.unmodifiableMap(shown);
        findings = List.copyOf(findings.subList(0, Math.min(MAX_ENTRIES, findings.size())));
    }
}
