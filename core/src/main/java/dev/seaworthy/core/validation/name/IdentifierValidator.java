// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.name;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Checks {@link Identifier}. */
public final class IdentifierValidator implements ConstraintValidator<Identifier, CharSequence> {

    private int max;
    private boolean unicode;

    @Override
    public void initialize(Identifier wanted) {
        if (wanted.max() < 1) {
            throw new IllegalArgumentException("@Identifier wants max of 1 or more, got '" + wanted.max()
                    + "'; write for example @Identifier(max = 64)");
        }
        max = wanted.max();
        unicode = wanted.unicode();
    }

    @Override
    public boolean isValid(@Nullable CharSequence name, ConstraintValidatorContext context) {
        if (name == null) {
            return true;
        }
        if (name.isEmpty() || name.length() > 2L * max || Character.codePointCount(name, 0, name.length()) > max) {
            return false;
        }
        return unicode ? isUnicode(name) : isAscii(name);
    }

    private static boolean isAscii(CharSequence name) {
        return isAsciiLetter(name.charAt(0))
                && name.chars().allMatch(c -> isAsciiLetter(c) || c >= '0' && c <= '9' || c == '_' || c == '-');
    }

    private static boolean isUnicode(CharSequence name) {
        return Character.isUnicodeIdentifierStart(Character.codePointAt(name, 0))
                && name.codePoints().allMatch(IdentifierValidator::isPart)
                && Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                && Scripts.areOne(name);
    }

    private static boolean isPart(int codePoint) {
        return codePoint == '-'
                || Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
