// SPDX-License-Identifier: Apache-2.0
/** Each class measures one thing of ours beside the best peer, in the same run. */
@NullMarked
package dev.seaworthy.benchmarks;

import org.jspecify.annotations.NullMarked;
