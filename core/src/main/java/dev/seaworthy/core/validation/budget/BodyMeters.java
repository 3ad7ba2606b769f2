// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

import dev.seaworthy.core.time.TimeSource;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Hands a meter to every body, and knows how many are being read. Thread-safe. */
public final class BodyMeters {

    private final RequestBudget budget;
    private final TimeSource time;
    private final Semaphore readers;

    /** All bodies share one number of readers. */
    public BodyMeters(RequestBudget budget, TimeSource time) {
        this.budget = budget;
        this.time = time;
        this.readers = new Semaphore(budget.pace().maxReaders());
    }

    /** For one body of this type; null stands for no type. */
    public BodyMeter meter(@Nullable String contentType) {
        return new BodyMeter(budget.pace(), budget.maxBytes(contentType), readers, time);
    }

    /** How many bodies are being read. */
    public int reading() {
        return budget.pace().maxReaders() - readers.availablePermits();
    }
}
