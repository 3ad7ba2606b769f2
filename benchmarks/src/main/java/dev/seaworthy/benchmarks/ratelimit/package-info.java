// SPDX-License-Identifier: Apache-2.0
/** What a limit costs: a decision, a refusal, a key in memory, a flood of keys, a busy key in Redis, and an outage. */
@NullMarked
package dev.seaworthy.benchmarks.ratelimit;

import org.jspecify.annotations.NullMarked;
