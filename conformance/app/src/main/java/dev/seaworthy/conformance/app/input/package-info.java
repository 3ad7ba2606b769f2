// SPDX-License-Identifier: Apache-2.0
/** Failures that the request is to blame for. */
@NullMarked
package dev.seaworthy.conformance.app.input;

import org.jspecify.annotations.NullMarked;
