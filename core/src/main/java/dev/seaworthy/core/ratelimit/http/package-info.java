// SPDX-License-Identifier: Apache-2.0
/**
 * Limits in the words of HTTP, for whatever server: {@link dev.seaworthy.core.ratelimit.http.RateLimitFields} tell a client
 * what is left, {@link dev.seaworthy.core.ratelimit.http.Refusals} make a refusal a problem, {@link
 * dev.seaworthy.core.ratelimit.http.RouteTemplate} tells routes apart.
 */
@NullMarked
package dev.seaworthy.core.ratelimit.http;

import org.jspecify.annotations.NullMarked;
