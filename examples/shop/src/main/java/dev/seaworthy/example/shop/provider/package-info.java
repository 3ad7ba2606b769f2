// SPDX-License-Identifier: Apache-2.0
/** A payment provider to run the shop against, with a real port and moods that can be chosen ({@code ProviderMode}). {@code ProviderServer}
 * speaks HTTP and can reset a connection, {@code PaymentProvider} decides, {@code Ledger} remembers across restarts. */
@NullMarked
package dev.seaworthy.example.shop.provider;

import org.jspecify.annotations.NullMarked;
