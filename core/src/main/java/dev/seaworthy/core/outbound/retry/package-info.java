// SPDX-License-Identifier: Apache-2.0
/**
 * Is it worth trying again? {@link dev.seaworthy.core.outbound.retry.RetrySettings} is what can be chosen, {@link
 * dev.seaworthy.core.outbound.retry.RetryBudget} how much of it is affordable, {@link
 * dev.seaworthy.core.outbound.retry.Backoff} how long to wait.
 */
@NullMarked
package dev.seaworthy.core.outbound.retry;

import org.jspecify.annotations.NullMarked;
