// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

/** Who decides whether calls go out. */
public enum BreakerMode {
    /** The breaker. */
    AUTOMATIC,
    /** A person has shut the door: nothing goes out. */
    FORCED_OPEN,
    /** Everything goes out, nothing is counted. */
    DISABLED,
    /** Everything goes out; what the breaker would have refused is only counted. */
    SHADOW
}
