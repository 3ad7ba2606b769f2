// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code client}: who is calling. {@link dev.seaworthy.core.client.ClientResolver} walks the forwarding headers back
 * to the first address that is no proxy of ours; {@link dev.seaworthy.core.client.Networks} and {@link
 * dev.seaworthy.core.client.Network} say which are; {@link dev.seaworthy.core.client.ForwardingHeader} says what they
 * write; {@link dev.seaworthy.core.client.Addresses} reads literal addresses, without DNS;
 * {@link dev.seaworthy.core.client.Grouping} says which addresses are one client; {@link
 * dev.seaworthy.core.client.ProxyWatch} notices when the proxies in front are not those that were named.
 */
@NullMarked
package dev.seaworthy.core.client;

import org.jspecify.annotations.NullMarked;
