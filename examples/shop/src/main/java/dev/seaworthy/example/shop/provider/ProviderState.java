// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

/**
 * What the provider has seen.
 *
 * @param charges how often money was taken: one per idempotency key
 * @param replays how often a charge was asked for again under a known key, and nothing was taken
 * @param doubleCharges orders that were charged under two keys: what must never happen
 */
record ProviderState(ProviderMode mode, long charges, long replays, long doubleCharges) {}
