// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code validation} on the servlet floor: {@link dev.seaworthy.servlet.validation.BudgetFilter} keeps requests within
 * their budget.
 */
@NullMarked
package dev.seaworthy.servlet.validation;

import org.jspecify.annotations.NullMarked;
