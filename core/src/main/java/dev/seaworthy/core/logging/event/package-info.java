// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON of one log event: {@link dev.seaworthy.core.logging.event.EventWriter} writes it in the one schema, masked and
 * bounded.
 */
@NullMarked
package dev.seaworthy.core.logging.event;

import org.jspecify.annotations.NullMarked;
