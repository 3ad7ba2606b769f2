// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.store;

import dev.seaworthy.core.redact.Redact;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run, applied only if nobody has claimed the entry since. Immutable.
 *
 * @param id which entry
 * @param fence the one it was claimed under
 * @param state where it goes
 * @param delay from now until it is claimed again, where it is ready
 * @param attempts added
 * @param deliveries added
 * @param snoozes added
 * @param reason why; one harmless line
 * @param outcome the result as JSON
 */
public record Settlement(
        String id,
        long fence,
        TaskState state,
        Duration delay,
        int attempts,
        int deliveries,
        int snoozes,
        @Nullable String reason,
        @Nullable String outcome) {

    private static final int MAX_REASON = 1_000;

    /** Cuts the reason. */
    public Settlement {
        reason = reason == null ? null : Redact.line(reason, MAX_REASON);
    }

    /** Carried out. */
    public static Settlement done(StoredTask task, @Nullable String outcome) {
        return new Settlement(task.id(), task.fence(), TaskState.DONE, Duration.ZERO, 0, 0, 0, null, outcome);
    }

    /** Ended without success; {@code attempts} is 1 where the last attempt failed. */
    public static Settlement ended(StoredTask task, TaskState state, int attempts, String reason) {
        return new Settlement(task.id(), task.fence(), state, Duration.ZERO, attempts, 0, 0, reason, null);
    }

    /** Failed; again after a while. */
    public static Settlement retry(StoredTask task, Duration delay, String reason) {
        return new Settlement(task.id(), task.fence(), TaskState.READY, delay, 1, 0, 0, reason, null);
    }

    /** Not now; again after a while. */
    public static Settlement snooze(StoredTask task, Duration delay, @Nullable String reason) {
        return new Settlement(task.id(), task.fence(), TaskState.READY, delay, 0, 0, 1, reason, null);
    }

    /** Handed back unharmed, as if never claimed. */
    public static Settlement release(StoredTask task) {
        return new Settlement(task.id(), task.fence(), TaskState.READY, Duration.ZERO, 0, -1, 0, task.reason(), null);
    }
}
