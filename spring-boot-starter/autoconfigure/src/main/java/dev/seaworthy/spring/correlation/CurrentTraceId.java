// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import org.jspecify.annotations.Nullable;

/** Asks the app's tracer. Declare a bean of it where the tracer is not Micrometer's. Thread-safe, quick. */
@FunctionalInterface
public interface CurrentTraceId {

    /** The id of the trace that is open on this thread; null where there is none. */
    @Nullable
    String get();
}
