// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import java.time.Duration;

/**
 * How a door is doing. A snapshot: its values need not be of the same nanosecond.
 *
 * @param breaker what the breaker thinks of the service
 * @param mode who decides
 * @param opensIn how long no call goes out; zero when one may
 * @param paused whether that is because the service asked us to slow down
 * @param inFlight calls under way, each with its permit
 * @param recentCalls calls in the breaker's window
 * @param failureRate percent of these that failed; -1 while there are too few
 * @param slowRate percent of these that were slow; -1 while there are too few
 */
public record DoorState(
        BreakerState breaker,
        BreakerMode mode,
        Duration opensIn,
        boolean paused,
        int inFlight,
        int recentCalls,
        float failureRate,
        float slowRate) {}
