// SPDX-License-Identifier: Apache-2.0
/** The servlet floor's front door: it assembles the rooms' filters, and no room imports it. */
@NullMarked
package dev.seaworthy.servlet;

import org.jspecify.annotations.NullMarked;
