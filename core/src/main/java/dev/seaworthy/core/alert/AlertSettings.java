// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about alerts. Immutable.
 *
 * @param coolDown how long the same alert stays silent after it was told, from 1 s to 24 h
 * @param digest whether a cool-down in which it was raised again ends in one summary
 * @param resolveAfter how long something must have been over before the team is told so, from 0 to 1 h; what comes back
 *     meanwhile never went away. What came back once has to stay away for a whole cool-down
 * @param runbookBase where the runbooks are, one page per code; null where there are none
 */
public record AlertSettings(
        Duration coolDown,
        boolean digest,
        Duration resolveAfter,
        @Nullable URI runbookBase) {

    /** How long an alert must have been over, unless chosen otherwise. */
    public static final Duration RESOLVE_AFTER = Duration.ofSeconds(30);

    private static final String PREFIX = "seaworthy.alert.";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range, or {@code runbookBase} is no http or https URI
     */
    public AlertSettings {
        within("cool-down", coolDown, Duration.ofSeconds(1), Duration.ofHours(24), "5m");
        within("resolve-after", resolveAfter, Duration.ZERO, Duration.ofHours(1), "30s");
        if (runbookBase != null
                && (!"https".equals(runbookBase.getScheme()) && !"http".equals(runbookBase.getScheme())
                        || runbookBase.getHost() == null)) {
            throw new IllegalArgumentException(PREFIX + "runbook-base must be an http or https address, got '"
                    + runbookBase + "'; write for example https://wiki.example.com/runbooks");
        }
    }

    /** {@link Alerts#COOL_DOWN}, digests, {@link #RESOLVE_AFTER}, no runbooks. */
    public static AlertSettings withDefaults() {
        return new AlertSettings(Alerts.COOL_DOWN, true, RESOLVE_AFTER, null);
    }

    /** The alert with its runbook, unless it has one or there are none. */
    Alert withRunbook(Alert alert) {
        if (runbookBase == null || alert.runbook() != null || !alert.code().matches("[A-Za-z0-9_.-]+")) {
            return alert;
        }
        String base = runbookBase.toString();
        return alert.withRunbook(URI.create(base + (base.endsWith("/") ? "" : "/") + alert.code()));
    }

    private static void within(String name, Duration value, Duration least, Duration most, String example) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(PREFIX + name + " must be from " + least + " to " + most + ", got '"
                    + value + "'; write for example " + example);
        }
    }
}
