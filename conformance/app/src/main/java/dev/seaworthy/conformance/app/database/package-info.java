// SPDX-License-Identifier: Apache-2.0
/** Failures of a database: a value that is taken, and nobody at home. */
@NullMarked
package dev.seaworthy.conformance.app.database;

import org.jspecify.annotations.NullMarked;
