// SPDX-License-Identifier: Apache-2.0
/**
 * How much of a request is taken in: {@link dev.seaworthy.core.validation.budget.RequestBudget} says it, and for its body
 * {@link dev.seaworthy.core.validation.budget.BodyPace}; {@link dev.seaworthy.core.validation.budget.BodyMeters} watch bodies
 * come in, and a {@link dev.seaworthy.core.validation.budget.BodyRefusedException} ends one.
 */
@NullMarked
package dev.seaworthy.core.validation.budget;

import org.jspecify.annotations.NullMarked;
