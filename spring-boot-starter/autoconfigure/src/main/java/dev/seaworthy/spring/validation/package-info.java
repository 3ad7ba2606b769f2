// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code validation} on the Spring floor: {@link dev.seaworthy.spring.validation.RequestBudgetAutoConfiguration} keeps
 * the requests of a servlet app within the budget of its properties.
 */
@NullMarked
package dev.seaworthy.spring.validation;

import org.jspecify.annotations.NullMarked;
