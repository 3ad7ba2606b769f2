// SPDX-License-Identifier: Apache-2.0
/**
 * Is it worth trying again? {@link dev.seaworthy.core.outbound.retry.RetrySettings} is what can be chosen.
 */
@NullMarked
package dev.seaworthy.core.outbound.retry;

import org.jspecify.annotations.NullMarked;
