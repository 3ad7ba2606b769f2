// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens in this process: {@link dev.seaworthy.core.ratelimit.local.LocalStore} holds as many keys as it was told, and makes
 * a flood of invented ones tighten the limit of those who invent them.
 */
@NullMarked
package dev.seaworthy.core.ratelimit.local;

import org.jspecify.annotations.NullMarked;
