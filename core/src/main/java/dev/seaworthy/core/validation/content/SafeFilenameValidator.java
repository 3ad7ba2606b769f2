// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.content;

import dev.seaworthy.core.validation.text.SafeCharacters;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link SafeFilename}. */
public final class SafeFilenameValidator implements ConstraintValidator<SafeFilename, CharSequence> {

    private static final int MAX_BYTES = 255;

    /** Windows finds a device behind these, whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(con|prn|aux|nul|conin\\$|conout\\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])");

    private static final Set<Character> SPECIAL =
            Set.of('/', '\\', ':', '*', '?', '"', '<', '>', '|', '%', '$', '`', ';', '&', '\'');

    @Override
    public boolean isValid(@Nullable CharSequence name, ConstraintValidatorContext context) {
        return name == null || name.length() <= MAX_BYTES && isSafe(name.toString());
    }

    private static boolean isSafe(String name) {
        return !name.isBlank()
                && ".-~ ".indexOf(name.charAt(0)) < 0
                && ". ".indexOf(name.charAt(name.length() - 1)) < 0
                && SafeCharacters.inOneLine(name)
                && name.chars().noneMatch(c -> SPECIAL.contains((char) c))
                && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && !DEVICE.matcher(beforeFirstDot(name)).matches();
    }

    private static String beforeFirstDot(String name) {
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    }
}
