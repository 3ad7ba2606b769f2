// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.text;

import java.util.Locale;

/**
 * A text and the language it is really in.
 *
 * @param text for people
 * @param locale the language of {@code text}, which need not be the one asked for
 */
public record LocalizedText(String text, Locale locale) {}
