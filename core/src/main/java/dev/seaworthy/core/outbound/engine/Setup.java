// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.http.HttpAnswers;
import dev.seaworthy.core.outbound.retry.Backoff;
import dev.seaworthy.core.outbound.retry.RetryBudget;

/** Everything that follows from the settings, worked out once. A call keeps to the one that it began with. */
record Setup(
        OutboundSettings settings,
        long timeoutNanos,
        long attemptNanos,
        long slowNanos,
        long leastNanos,
        RetryBudget budget,
        Backoff backoff,
        HttpAnswers answers) {

    static Setup of(OutboundSettings settings, Parts parts) {
        return new Setup(
                settings,
                settings.timeout().toNanos(),
                settings.attemptTimeout().toNanos(),
                settings.slowCall().toNanos(),
                settings.leastTime().toNanos(),
                new RetryBudget(settings.retry(), parts.time().nanoTime()),
                new Backoff(settings.retry(), parts.random()),
                new HttpAnswers(settings.refusals(), parts.time()));
    }
}
