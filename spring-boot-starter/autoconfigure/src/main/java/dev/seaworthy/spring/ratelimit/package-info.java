// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code ratelimit} in a Spring Boot app: {@link dev.seaworthy.spring.ratelimit.RateLimitAutoConfiguration} reads the
 * policies from {@code seaworthy.ratelimit.*} and puts the filters in their places; {@link
 * dev.seaworthy.spring.ratelimit.RateLimited} limits a method.
 */
@NullMarked
package dev.seaworthy.spring.ratelimit;

import org.jspecify.annotations.NullMarked;
