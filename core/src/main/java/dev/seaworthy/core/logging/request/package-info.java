// SPDX-License-Identifier: Apache-2.0
/**
 * The one line of a request: {@link dev.seaworthy.core.logging.request.RequestLog} writes a
 * {@link dev.seaworthy.core.logging.request.RequestSummary}, for the requests that
 * {@link dev.seaworthy.core.logging.request.RequestLogSettings} want to see.
 */
@NullMarked
package dev.seaworthy.core.logging.request;

import org.jspecify.annotations.NullMarked;
