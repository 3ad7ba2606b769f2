// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code telemetry} on the Spring floor: {@link dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration} offers the
 * counters and shows them to the app's meter registries, where it has any.
 */
@NullMarked
package dev.seaworthy.spring.telemetry;

import org.jspecify.annotations.NullMarked;
