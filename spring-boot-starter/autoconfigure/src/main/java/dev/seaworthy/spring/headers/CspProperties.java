// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.csp.Csp;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The policy of pages.
 *
 * @param policy what browsers obey, in place of what the profile says; {nonce} stands for the response's nonce
 * @param reportOnly what browsers only report about, in place of what the profile says
 * @param observeSince the day since which the policy of report-only is observed, such as 2027-01-31; it is enforced once
 *     observe-for is over, and never where this is not set
 * @param observeFor how long it is observed
 */
record CspProperties(
        @Nullable String policy,
        @Nullable String reportOnly,
        @Nullable LocalDate observeSince,
        @DefaultValue("14d") Duration observeFor) {

    CspProperties {
        if (policy != null) {
            Checked.value("csp.policy", policy, Csp::parse);
        }
        if (reportOnly != null) {
            Checked.value("csp.report-only", reportOnly, Csp::parse);
        }
    }
}
