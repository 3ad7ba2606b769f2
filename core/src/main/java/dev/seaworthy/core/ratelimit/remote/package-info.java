// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens that nodes share: {@link dev.seaworthy.core.ratelimit.remote.RedisStore} and {@link
 * dev.seaworthy.core.ratelimit.remote.PostgresStore}, asked as {@link dev.seaworthy.core.ratelimit.remote.StoreSettings}
 * say. Inside, a lane for each key asks once for all that wait, and the store's health decides whether it is asked at all.
 */
@NullMarked
package dev.seaworthy.core.ratelimit.remote;

import org.jspecify.annotations.NullMarked;
