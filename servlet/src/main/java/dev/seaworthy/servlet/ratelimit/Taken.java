// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.servlet.ratelimit.LimitRule.Counts;

/** Tokens that a request has taken, and may have to give back. */
record Taken(LimitRule rule, LimitKey key) {

    boolean waitsForStatus() {
        return rule.counts() == Counts.CLIENT_ERRORS;
    }

    void settle(int status) {
        if (waitsForStatus() && (status < 400 || status > 499)) {
            giveBack();
        }
    }

    void giveBack() {
        rule.limiter().giveBack(key, rule.cost());
    }
}
