// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import java.lang.management.ManagementFactory;
import java.lang.ref.SoftReference;

/** What is really used. */
final class Heap {

    private static final int ROUNDS = 5;

    private Heap() {}

    /** Bytes in use after several collections: the least seen, because others allocate between a collection and the look. */
    static long used() {
        dropSoftReferences();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    // What may go when memory is short is no leak. It goes before a request for memory is refused, and this one is
    // always
    // refused, without anything having been filled.
    private static void dropSoftReferences() {
        SoftReference<Object> probe = new SoftReference<>(new Object());
        try {
            long[] tooMuch = new long[Integer.MAX_VALUE - 8];
            throw new IllegalStateException("heap must be smaller than " + tooMuch.length + " numbers; set -Xmx");
        } catch (OutOfMemoryError asExpected) {
            if (probe.get() != null) {
                throw new IllegalStateException("soft references must be gone, got one that is still there");
            }
        }
    }
}
