// SPDX-License-Identifier: Apache-2.0
/**
 * What browsers report about the policies of room {@code headers}. Anybody can send anything here, so it is read under
 * {@link dev.seaworthy.core.headers.intake.IntakeSettings}, cut to harmless {@link
 * dev.seaworthy.core.headers.intake.Violation}s, and counted in a {@link
 * dev.seaworthy.core.headers.intake.ViolationLedger} that never grows beyond its cap; {@link
 * dev.seaworthy.core.headers.intake.PolicyProposal} says what the next policy could be. {@link
 * dev.seaworthy.core.headers.intake.ReportIntake} is the door.
 */
@NullMarked
package dev.seaworthy.core.headers.intake;

import org.jspecify.annotations.NullMarked;
