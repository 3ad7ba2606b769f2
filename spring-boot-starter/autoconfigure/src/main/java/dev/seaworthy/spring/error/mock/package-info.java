// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error} under MockMvc: {@link dev.seaworthy.spring.error.mock.MockMvcFailures} says which failures the tests of an
 * app see as if Seaworthy were not there, and {@link dev.seaworthy.spring.error.mock.MockMvcFilter} lets them pass.
 */
@NullMarked
package dev.seaworthy.spring.error.mock;

import org.jspecify.annotations.NullMarked;
