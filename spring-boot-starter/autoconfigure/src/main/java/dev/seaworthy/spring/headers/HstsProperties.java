// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.profile.Hsts;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is said about https, on requests over https only.
 *
 * @param enabled whether it is said
 * @param maxAge for how long browsers remember it
 * @param includeSubDomains whether it is true of every subdomain; hard to take back
 * @param preload whether the host asks to be on the list that browsers are shipped with; very hard to take back
 * @param rampSince the day since which it is said: five minutes for a week, a week for four more, then max-age; max-age at
 *     once where it is not set
 */
record HstsProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("365d") Duration maxAge,
        @DefaultValue("false") boolean includeSubDomains,
        @DefaultValue("false") boolean preload,
        @Nullable LocalDate rampSince) {

    HstsProperties {
        boolean subDomains = includeSubDomains;
        boolean onList = preload;
        Checked.value("hsts", maxAge, age -> new Hsts(age, subDomains, onList));
    }

    @Nullable
    Hsts goal() {
        return enabled ? new Hsts(maxAge, includeSubDomains, preload) : null;
    }
}
