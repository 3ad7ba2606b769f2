// SPDX-License-Identifier: Apache-2.0
/**
 * What watches over the house: {@link dev.seaworthy.house.HouseRules} turns the dependency rule into tests, {@link
 * dev.seaworthy.house.ApiListing} makes every change of the public surface visible in a diff, {@link
 * dev.seaworthy.house.LeakCheck} sees that a test leaves nothing behind. For this project's own tests only.
 */
@NullMarked
package dev.seaworthy.house;

import org.jspecify.annotations.NullMarked;
