// SPDX-License-Identifier: Apache-2.0
/** The code that the docs show, compiled. */
@NullMarked
package dev.seaworthy.example.snippets;

import org.jspecify.annotations.NullMarked;
