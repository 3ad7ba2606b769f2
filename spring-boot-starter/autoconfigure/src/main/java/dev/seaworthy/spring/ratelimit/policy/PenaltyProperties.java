// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import dev.seaworthy.core.ratelimit.penalty.PenaltySettings;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who does not listen to refusals.
 *
 * @param enabled whether it is shut out
 * @param refusals after how many refusals
 * @param within in what time
 * @param first how long the first time; each time again twice as long
 * @param longest never longer than this
 */
public record PenaltyProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("50") int refusals,
        @DefaultValue("1m") Duration within,
        @DefaultValue("1m") Duration first,
        @DefaultValue("1h") Duration longest) {

    /** In the words of core. */
    public PenaltySettings settings() {
        return new PenaltySettings(refusals, within, first, longest);
    }
}
