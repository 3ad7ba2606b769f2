// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code report} on the Spring floor: {@link dev.seaworthy.spring.report.ReportAutoConfiguration} logs once what is on
 * and what looks wrong, and offers the same to the actuator, where a room's {@link dev.seaworthy.spring.report.RoomSwitch} can be thrown by hand; {@code PropertyFailureAnalyzer} explains a property that
 * cannot be read.
 */
@NullMarked
package dev.seaworthy.spring.report;

import org.jspecify.annotations.NullMarked;
