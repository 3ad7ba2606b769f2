// SPDX-License-Identifier: Apache-2.0
/**
 * Alert sinks that send over HTTP, with the JDK's client and nothing else: {@link
 * dev.seaworthy.core.alert.http.WebhookSink} for services of one's own, whose requests a receiver checks with {@link
 * dev.seaworthy.core.alert.http.WebhookSignature}; {@link dev.seaworthy.core.alert.http.SlackSink}; {@link
 * dev.seaworthy.core.alert.http.PagerDutySink}. What is secret in an address or a key is in no message, log or {@code
 * toString}. Each request is bounded in time; redirects are not followed.
 */
@NullMarked
package dev.seaworthy.core.alert.http;

import org.jspecify.annotations.NullMarked;
