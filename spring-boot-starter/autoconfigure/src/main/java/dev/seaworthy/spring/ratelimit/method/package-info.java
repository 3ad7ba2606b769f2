// SPDX-License-Identifier: Apache-2.0
/**
 * Methods that are limited: {@link dev.seaworthy.spring.ratelimit.method.RateLimitedBeans} finds the beans with {@link
 * dev.seaworthy.spring.ratelimit.RateLimited} and checks the policies that they name.
 */
@NullMarked
package dev.seaworthy.spring.ratelimit.method;

import org.jspecify.annotations.NullMarked;
