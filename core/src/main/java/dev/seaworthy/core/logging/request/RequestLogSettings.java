// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.request;

import java.time.Duration;

/**
 * Which requests get a line, and how much of their bodies.
 *
 * @param successRate which share of the requests that succeeded quickly, 0 to 1; all others always get their line
 * @param slow from when on a request counts as slow
 * @param capturedBody how many bytes of textual bodies a line may have where a request was refused or failed; 0 for none,
 *     at most {@value #MAX_CAPTURED}
 */
public record RequestLogSettings(double successRate, Duration slow, int capturedBody) {

    /** More is refused. */
    public static final int MAX_CAPTURED = 16 * 1024;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public RequestLogSettings {
        if (!(successRate >= 0 && successRate <= 1)) {
            throw new IllegalArgumentException("seaworthy.logging.request.success-rate must be 0 to 1, got '"
                    + successRate + "'; write 1 for all");
        }
        if (slow.isNegative()) {
            throw new IllegalArgumentException(
                    "seaworthy.logging.request.slow must not be negative, got '" + slow + "'; write 1s");
        }
        if (capturedBody < 0 || capturedBody > MAX_CAPTURED) {
            throw new IllegalArgumentException("seaworthy.logging.request.captured-body must be 0 to " + MAX_CAPTURED
                    + " bytes, got '" + capturedBody + "'; write 0 for none");
        }
    }

    /** All requests, slow from one second on, no bodies. */
    public static RequestLogSettings withDefaults() {
        return new RequestLogSettings(1, Duration.ofSeconds(1), 0);
    }
}
