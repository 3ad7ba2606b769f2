// SPDX-License-Identifier: Apache-2.0
/**
 * Where tokens are kept: {@link dev.seaworthy.core.ratelimit.store.BucketStore} opens a policy's {@link
 * dev.seaworthy.core.ratelimit.store.Buckets}. {@code BucketMath} is the only place where Bucket4j's types meet ours; it
 * is public for the stores next door, not for apps.
 */
@NullMarked
package dev.seaworthy.core.ratelimit.store;

import org.jspecify.annotations.NullMarked;
