// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code ratelimit}: may this client go on now. A {@link dev.seaworthy.core.ratelimit.Policy} says what one client may
 * do, in one or more {@link dev.seaworthy.core.ratelimit.Window}s; a {@link dev.seaworthy.core.ratelimit.LimitKey} says who
 * it is; the policy's {@link dev.seaworthy.core.ratelimit.RateLimiter}, found by name among the {@link
 * dev.seaworthy.core.ratelimit.RateLimiters}, answers with a {@link dev.seaworthy.core.ratelimit.Decision}.
 */
@NullMarked
package dev.seaworthy.core.ratelimit;

import org.jspecify.annotations.NullMarked;
