// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.servlet.outbound.DeadlineSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about the deadline that a request brings along.
 *
 * @param enabled whether calls that a request causes end by the deadline that its caller sent
 * @param header the request header with the milliseconds that are left
 * @param attemptHeader the request header with the number of the caller's attempt
 * @param max more than this is cut to it
 */
@ConfigurationProperties("seaworthy.outbound.deadline")
record DeadlineProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("X-Request-Timeout-Ms") String header,
        @DefaultValue("X-Request-Attempt") String attemptHeader,
        @DefaultValue("5m") Duration max) {

    DeadlineSettings settings() {
        try {
            return new DeadlineSettings(header, attemptHeader, max);
        } catch (IllegalArgumentException wrong) {
            throw new BadService(
                    "seaworthy.outbound." + wrong.getMessage(), "Correct it under seaworthy.outbound.deadline.");
        }
    }
}
