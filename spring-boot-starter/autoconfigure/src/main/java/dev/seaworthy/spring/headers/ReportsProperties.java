// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.intake.IntakeSettings;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What browsers report about policies.
 *
 * @param enabled whether they are asked to
 * @param path where they send it, within the app
 * @param maxBytes of one report
 * @param maxPerMinute reports that are read in a minute, all senders together
 * @param maxViolations different violations that are kept
 */
record ReportsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("/csp-reports") String path,
        @DefaultValue("16KB") DataSize maxBytes,
        @DefaultValue("300") int maxPerMinute,
        @DefaultValue("500") int maxViolations) {

    ReportsProperties {
        int bytes = bytes(maxBytes);
        int perMinute = maxPerMinute;
        int violations = maxViolations;
        Checked.value("reports", path, at -> new IntakeSettings(at, bytes, perMinute, violations));
    }

    private static int bytes(DataSize size) {
        return (int) Math.min(Integer.MAX_VALUE - 1, size.toBytes());
    }

    IntakeSettings settings() {
        return new IntakeSettings(path, bytes(maxBytes), maxPerMinute, maxViolations);
    }
}
