// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

/** Hears of changes, outside of every lock. */
@FunctionalInterface
public interface BreakerWatcher {

    /** The breaker is in this state now, and lets nothing out for so long. */
    void changed(BreakerState state, long shutForNanos);
}
