// SPDX-License-Identifier: Apache-2.0
/**
 * What every HTTP client needs at a door: {@link dev.seaworthy.core.outbound.http.HttpAnswers} knows what a status means,
 * {@link dev.seaworthy.core.outbound.http.RetryAfter} reads the header in both forms, {@link
 * dev.seaworthy.core.outbound.http.HttpMethods} knows what may be repeated, and {@link
 * dev.seaworthy.core.outbound.http.OutboundHeaders} has the names.
 */
@NullMarked
package dev.seaworthy.core.outbound.http;

import org.jspecify.annotations.NullMarked;
