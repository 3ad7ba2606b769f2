// SPDX-License-Identifier: Apache-2.0
/**
 * Which attempts are under way, and what stops those whose time is over: {@link
 * dev.seaworthy.core.outbound.flight.Flights} is the bulkhead of a door, a {@link
 * dev.seaworthy.core.outbound.flight.Flight} one attempt in it, and the {@link
 * dev.seaworthy.core.outbound.flight.Watchdog} the timer of all doors.
 */
@NullMarked
package dev.seaworthy.core.outbound.flight;

import org.jspecify.annotations.NullMarked;
