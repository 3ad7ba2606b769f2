// SPDX-License-Identifier: Apache-2.0
/**
 * The policies of an app as its properties say: {@link dev.seaworthy.spring.ratelimit.policy.RateLimitProperties}, put where
 * they apply by the {@link dev.seaworthy.spring.ratelimit.policy.RuleBook}, changed while the app runs by {@link
 * dev.seaworthy.spring.ratelimit.policy.LimitRefresh}. Not for apps to call.
 */
@NullMarked
package dev.seaworthy.spring.ratelimit.policy;

import org.jspecify.annotations.NullMarked;
