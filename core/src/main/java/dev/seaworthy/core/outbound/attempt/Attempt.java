// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.attempt;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One attempt of a call, handed to the work. Valid while the work runs; safe to read from any thread. */
public interface Attempt {

    /** 1 for the first. */
    int number();

    /** What is left of its time, within the deadline of the call: the right socket timeout. At least a millisecond. */
    Duration remaining();

    /**
     * The idempotency key of the call, the same for all its attempts. Asking for it is promising to send it: only then is
     * a call that is not idempotent by itself tried again after an uncertain answer.
     *
     * @return null where the plan has none and the door adds none
     */
    @Nullable
    String idempotencyKey();

    /**
     * Offers the headers that tell the service about this attempt: the time that is left, the number of a repeated attempt,
     * and the idempotency key. Correlation and trace are not among them: the client's own integration sends those.
     *
     * @param sink gets name and value
     */
    void inject(BiConsumer<String, String> sink);
}
