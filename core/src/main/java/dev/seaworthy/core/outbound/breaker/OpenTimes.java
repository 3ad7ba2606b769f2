// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

import java.util.random.RandomGenerator;

/** How long the circuit stays open the next time: doubled each time that the probes fail. Guarded by the breaker's lock. */
final class OpenTimes {

    private static final int MAX_DOUBLINGS = 30;
    private static final double JITTER = 0.1;

    private final RandomGenerator random;
    private int failedProbes;

    OpenTimes(RandomGenerator random) {
        this.random = random;
    }

    void recovered() {
        failedProbes = 0;
    }

    /** The replicas of an app open together; they must not probe together. */
    long nextMillis(BreakerSettings settings, boolean probing) {
        int doublings = Math.min(MAX_DOUBLINGS, probing ? failedProbes + 1 : failedProbes);
        long grown =
                Math.min(settings.maxOpenFor().toMillis(), settings.openFor().toMillis() << doublings);
        return grown + (long) (grown * JITTER * random.nextDouble());
    }

    void probesFailed() {
        failedProbes = Math.min(MAX_DOUBLINGS, failedProbes + 1);
    }
}
