// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.intake;

/**
 * How much of what browsers report is read and kept. Immutable.
 *
 * @param path where they send it, within the app
 * @param maxBytes of one body, 1 KiB or more
 * @param maxPerMinute bodies that are read in a minute, all senders together
 * @param maxViolations different ones that are kept
 */
public record IntakeSettings(String path, int maxBytes, int maxPerMinute, int maxViolations) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the path is none or a limit is too small
     */
    public IntakeSettings {
        if (!path.startsWith("/") || path.startsWith("//") || !path.matches("[!-~&&[^\"\\\\;,?#*]]+")) {
            throw new IllegalArgumentException("reports path begins with one / and names one place, got '" + path
                    + "'; write for example /csp-reports");
        }
        atLeast("max-bytes", maxBytes, 1024);
        atLeast("max-per-minute", maxPerMinute, 1);
        atLeast("max-violations", maxViolations, 1);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("reports " + name + " must be " + least + " or more, got '" + value
                    + "'; leave it out for the default");
        }
    }

    /** Enough for a busy site, and little enough for any server. */
    public static IntakeSettings withDefaults() {
        return new IntakeSettings("/csp-reports", 16 * 1024, 300, 500);
    }
}
