// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error}: where the app answers failures itself. {@link dev.seaworthy.spring.error.page.OwnErrorPages} decides;
 * {@link dev.seaworthy.spring.error.page.ErrorHandling} is what an adapter finds out about its Boot line for it.
 */
@NullMarked
package dev.seaworthy.spring.error.page;

import org.jspecify.annotations.NullMarked;
