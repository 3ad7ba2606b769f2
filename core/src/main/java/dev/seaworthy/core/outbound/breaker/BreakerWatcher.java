// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

/** Hears what a breaker does, outside of every lock. */
public interface BreakerWatcher {

    /** The breaker is in this state now, and lets nothing out for so long. */
    void changed(BreakerState state, long shutForNanos);

    /** In the shadow, a call went out that would have been refused. */
    void spared();
}
