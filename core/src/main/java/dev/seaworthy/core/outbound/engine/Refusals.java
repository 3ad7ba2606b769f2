// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.engine;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.judge.Verdicts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is answered when the door lets nothing out. A refusal is the cheapest answer, so it is made once a second at most. */
final class Refusals {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final String service;
    private final Failed<?> full;
    private final Failed<?> tooLate;
    private volatile @Nullable Failed<?> lastShut;

    Refusals(String service) {
        this.service = service;
        this.full = failed(Classification.of(FailureClass.LOCALLY_REFUSED)
                .withCode("BULKHEAD_FULL")
                .withRetryAfter(Duration.ofSeconds(1)));
        this.tooLate = failed(Verdicts.DEADLINE_EXCEEDED);
    }

    Failed<?> full() {
        return full;
    }

    Failed<?> tooLate() {
        return tooLate;
    }

    /** The circuit is open, or the service asked for a pause. */
    Failed<?> shut(boolean paused, long nanos) {
        Duration wait = Duration.ofSeconds(Math.max(1, (nanos + SECOND - 1) / SECOND));
        String code = paused ? "SERVICE_PAUSED" : "CIRCUIT_OPEN";
        Failed<?> last = lastShut;
        if (last != null
                && wait.equals(last.classification().retryAfter())
                && last.classification().code().equals(code)) {
            return last;
        }
        Failed<?> made = failed(
                Classification.of(FailureClass.LOCALLY_REFUSED).withCode(code).withRetryAfter(wait));
        lastShut = made;
        return made;
    }

    private Failed<?> failed(Classification classification) {
        return new Failed<>(service, classification, 0, null, null);
    }
}
