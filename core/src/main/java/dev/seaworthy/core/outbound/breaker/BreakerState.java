// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

/** What the breaker thinks of the service. */
public enum BreakerState {
    /** It works. */
    CLOSED,
    /** It does not work: no call goes out. */
    OPEN,
    /** It may work again: a few calls try. */
    HALF_OPEN
}
