// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code report}: what is on, with which effective limits, and what looks wrong. Each room offers a {@link
 * dev.seaworthy.core.report.Reporter} that answers a {@link dev.seaworthy.core.report.RoomReport} with its {@link
 * dev.seaworthy.core.report.Finding}s; {@link dev.seaworthy.core.report.StartupReport} asks them all and logs one table.
 */
@NullMarked
package dev.seaworthy.core.report;

import org.jspecify.annotations.NullMarked;
