// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.breaker;

/**
 * What is in the window.
 *
 * @param calls how many
 * @param failureRate percent that failed, -1 while there are too few
 * @param slowRate percent that were slow, -1 while there are too few
 */
public record BreakerFigures(int calls, float failureRate, float slowRate) {}
