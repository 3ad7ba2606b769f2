// SPDX-License-Identifier: Apache-2.0
/**
 * The servlet floor's front door: {@link dev.seaworthy.servlet.SeaworthyFilters} assembles the rooms' filters in the order
 * of {@link dev.seaworthy.servlet.FilterOrder}, and no room imports it.
 */
@NullMarked
package dev.seaworthy.servlet;

import org.jspecify.annotations.NullMarked;
