// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code time}: what time is it. Everything that needs a clock takes a {@link dev.seaworthy.core.time.TimeSource};
 * production passes {@link dev.seaworthy.core.time.TimeSource#system()}, tests pass {@link
 * dev.seaworthy.core.time.ManualTime}, which moves only when told to, so that no test ever sleeps.
 */
@NullMarked
package dev.seaworthy.core.time;

import org.jspecify.annotations.NullMarked;
