// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.door.DoorState;
import java.util.Locale;

/** How a door is doing, in a line for people. */
final class DoorWords {

    private DoorWords() {}

    static String of(DoorState state) {
        String words = state.breaker().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (state.mode() != BreakerMode.AUTOMATIC) {
            words +=
                    ", by hand: " + state.mode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (state.paused()) {
            words += ", paused as the service asked";
        }
        if (!state.opensIn().isZero()) {
            words += ", for " + state.opensIn().toMillis() + " ms";
        }
        return words;
    }
}
