// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

import dev.seaworthy.core.time.TimeSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Watches one body come in. Whoever reads calls {@link #before} and {@link #after} around each read, one thread at a time, and
 * {@link #end} when the request is over, from whichever thread.
 */
public final class BodyMeter {

    private final BodyPace pace;
    private final long maxBytes;
    private final Semaphore readers;
    private final TimeSource time;
    private final AtomicBoolean reading = new AtomicBoolean();
    private long bytes;
    private long waitedNanos;
    private long since;
    private @Nullable BodyRefusedException refusal;

    BodyMeter(BodyPace pace, long maxBytes, Semaphore readers, TimeSource time) {
        this.pace = pace;
        this.maxBytes = maxBytes;
        this.readers = readers;
        this.time = time;
    }

    /**
     * About to wait for the client.
     *
     * @throws BodyRefusedException if too many wait already; the body is at its beginning then
     */
    public void before() throws BodyRefusedException {
        if (refusal != null) {
            throw refusal;
        }
        if (bytes == 0 && !reading.get()) {
            if (!readers.tryAcquire()) {
                throw refused(BodyRefusedException.tooMany(pace.maxReaders()));
            }
            reading.set(true);
        }
        since = time.nanoTime();
    }

    /**
     * The wait is over.
     *
     * @param read how many bytes came; less than 1 at the end of the body
     * @throws BodyRefusedException if it is too long, or too slow
     */
    public void after(int read) throws BodyRefusedException {
        waitedNanos += time.nanoTime() - since;
        if (read < 1) {
            end();
            return;
        }
        bytes += read;
        if (bytes > maxBytes) {
            throw refused(BodyRefusedException.tooLarge(maxBytes));
        }
        if (pace.isTooSlow(bytes, waitedNanos)) {
            throw refused(BodyRefusedException.tooSlow(pace.minRate()));
        }
    }

    /** Nobody reads any more; others may. Calling it again does nothing. */
    public void end() {
        if (reading.compareAndSet(true, false)) {
            readers.release();
        }
    }

    /** Why it was refused; null if it was not. */
    public @Nullable BodyRefusedException refusal() {
        return refusal;
    }

    private BodyRefusedException refused(BodyRefusedException why) {
        refusal = why;
        end();
        return why;
    }

    /** How much has come. */
    public long bytes() {
        return bytes;
    }
}
