// SPDX-License-Identifier: Apache-2.0
/**
 * A client that well-behaved clients cannot replace: {@link dev.seaworthy.test.http.RawHttp} sends exactly the bytes it
 * is given, malformed ones too, and its {@link dev.seaworthy.test.http.RawAnswer} says how the connection
 * {@linkplain dev.seaworthy.test.http.RawAnswer.End ended}.
 */
@NullMarked
package dev.seaworthy.test.http;

import org.jspecify.annotations.NullMarked;
