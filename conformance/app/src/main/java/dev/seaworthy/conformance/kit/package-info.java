// SPDX-License-Identifier: Apache-2.0
/** What the tests of every Boot line share. */
@NullMarked
package dev.seaworthy.conformance.kit;

import org.jspecify.annotations.NullMarked;
