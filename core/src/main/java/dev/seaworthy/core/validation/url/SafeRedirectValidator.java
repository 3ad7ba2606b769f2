// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link SafeRedirect}. */
public final class SafeRedirectValidator implements ConstraintValidator<SafeRedirect, CharSequence> {

    private static final int MAX_LENGTH = 2_048;

    private Set<String> hosts = Set.of();

    @Override
    public void initialize(SafeRedirect wanted) {
        hosts = Set.of(wanted.hosts());
    }

    @Override
    public boolean isValid(@Nullable CharSequence target, ConstraintValidatorContext context) {
        if (target == null) {
            return true;
        }
        String text = target.toString();
        return text.length() <= MAX_LENGTH && isPlain(text) && (isLocal(text) || isListed(text));
    }

    /** Browsers drop tabs and line feeds, and read a backslash as a slash. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\');
    }

    private static boolean isLocal(String text) {
        return text.startsWith("/") && !text.startsWith("//");
    }

    private boolean isListed(String text) {
        WrittenUrl url = WrittenUrl.parse(text);
        return url != null
                && url.scheme().equals("https")
                && url.port() < 0
                && hosts.contains(url.host().toLowerCase(Locale.ROOT));
    }
}
