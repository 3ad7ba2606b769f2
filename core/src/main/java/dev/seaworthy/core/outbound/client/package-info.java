// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP clients behind a door, each where its library is present: {@link
 * dev.seaworthy.core.outbound.client.GuardedHttpClient} for the JDK's, {@link
 * dev.seaworthy.core.outbound.client.OkHttpGuard}, {@link dev.seaworthy.core.outbound.client.FeignGuard}. What they share,
 * and what integrations of other clients need, is {@link dev.seaworthy.core.outbound.client.HttpExchanges} and, for clients
 * that answer later, {@link dev.seaworthy.core.outbound.client.CancellableCall}.
 */
@NullMarked
package dev.seaworthy.core.outbound.client;

import org.jspecify.annotations.NullMarked;
