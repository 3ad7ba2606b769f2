// SPDX-License-Identifier: Apache-2.0
/**
 * The caller's end of the connection: {@link dev.seaworthy.servlet.client.CallerConnection} knows whether a failure means
 * that nobody listens any more, and cuts a connection off; {@link dev.seaworthy.servlet.client.ConnectionCutter} is how a
 * container teaches it to do so quietly; {@link dev.seaworthy.servlet.client.CallerAddress} says from where a request comes,
 * {@link dev.seaworthy.servlet.client.CallerScheme} whether it was https.
 */
@NullMarked
package dev.seaworthy.servlet.client;

import org.jspecify.annotations.NullMarked;
