// SPDX-License-Identifier: Apache-2.0
/**
 * What a problem says in the client's language. {@link dev.seaworthy.core.error.text.ProblemTexts} is the door for an
 * app's own texts; {@link dev.seaworthy.core.error.text.BundleTexts} reads them from resource bundles; {@link
 * dev.seaworthy.core.error.text.AnswerLanguage} tells rules which language the answer is in.
 */
@NullMarked
package dev.seaworthy.core.error.text;

import org.jspecify.annotations.NullMarked;
