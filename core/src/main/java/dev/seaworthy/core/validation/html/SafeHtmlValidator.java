// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.html;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link SafeHtml}. */
public final class SafeHtmlValidator implements ConstraintValidator<SafeHtml, CharSequence> {

    private int max;

    @Override
    public void initialize(SafeHtml wanted) {
        if (wanted.max() < 1) {
            throw new IllegalArgumentException("@SafeHtml wants max of 1 or more, got '" + wanted.max()
                    + "'; write for example @SafeHtml(max = 10000)");
        }
        max = wanted.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence html, ConstraintValidatorContext context) {
        return html == null || html.length() <= max && CleanHtml.isClean(html.toString());
    }
}
