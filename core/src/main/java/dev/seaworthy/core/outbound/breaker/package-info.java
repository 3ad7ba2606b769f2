// SPDX-License-Identifier: Apache-2.0
/**
 * Is the service worth calling? {@link dev.seaworthy.core.outbound.breaker.BreakerSettings} is what can be chosen, {@link
 * dev.seaworthy.core.outbound.breaker.BreakerState} what it found, {@link
 * dev.seaworthy.core.outbound.breaker.BreakerMode} how a person overrules it.
 */
@NullMarked
package dev.seaworthy.core.outbound.breaker;

import org.jspecify.annotations.NullMarked;
