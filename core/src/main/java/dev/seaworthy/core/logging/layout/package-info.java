// SPDX-License-Identifier: Apache-2.0
/**
 * Plain text that nobody can forge: {@link dev.seaworthy.core.logging.layout.LayoutGuard} shows the layouts of an app only
 * what is fit to be seen.
 */
@NullMarked
package dev.seaworthy.core.logging.layout;

import org.jspecify.annotations.NullMarked;
