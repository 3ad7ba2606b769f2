// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code telemetry}: counters of every room, with bounded tags. {@link dev.seaworthy.core.telemetry.Telemetry}
 * counts by itself, so that tests and reports can ask it; {@link dev.seaworthy.core.telemetry.MicrometerTelemetry} shows
 * the counts in a Micrometer registry where there is one.
 */
@NullMarked
package dev.seaworthy.core.telemetry;

import org.jspecify.annotations.NullMarked;
