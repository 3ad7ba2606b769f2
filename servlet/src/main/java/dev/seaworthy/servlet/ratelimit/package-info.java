// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code ratelimit} on the servlet floor: {@link dev.seaworthy.servlet.ratelimit.RateLimitFilter} applies {@link
 * dev.seaworthy.servlet.ratelimit.LimitRule}s, whose {@link dev.seaworthy.servlet.ratelimit.KeySource} says whose tokens are
 * taken; {@link dev.seaworthy.servlet.ratelimit.RateLimitGate} knows the caller and writes refusals; {@link
 * dev.seaworthy.servlet.ratelimit.Exemption} says what the built-in policy never counts.
 */
@NullMarked
package dev.seaworthy.servlet.ratelimit;

import org.jspecify.annotations.NullMarked;
