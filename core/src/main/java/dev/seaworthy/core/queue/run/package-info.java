// SPDX-License-Identifier: Apache-2.0
/**
 * One run of one entry: {@link dev.seaworthy.core.queue.run.Runner} finds the handler among the {@link
 * dev.seaworthy.core.queue.run.Handlers}, restores the {@link dev.seaworthy.core.queue.run.Origin} of the entry, and answers
 * a {@link dev.seaworthy.core.queue.run.Verdict}.
 */
@NullMarked
package dev.seaworthy.core.queue.run;

import org.jspecify.annotations.NullMarked;
