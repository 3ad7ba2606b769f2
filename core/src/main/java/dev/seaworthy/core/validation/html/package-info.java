// SPDX-License-Identifier: Apache-2.0
/**
 * HTML that strangers write: {@link dev.seaworthy.core.validation.html.SafeHtml} refuses what is not harmless, {@link
 * dev.seaworthy.core.validation.html.CleanHtml} takes it away. Both leave the work to OWASP's sanitizer.
 */
@NullMarked
package dev.seaworthy.core.validation.html;

import org.jspecify.annotations.NullMarked;
