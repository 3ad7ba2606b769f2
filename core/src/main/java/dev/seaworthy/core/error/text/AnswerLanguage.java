// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.text;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The language in which a failure is going to be answered, for rules that word what was refused: title and messages of one
 * answer are in one language. The desk sets it while it asks its rules, on the thread that reports the failure.
 */
public final class AnswerLanguage {

    private static final ThreadLocal<@Nullable Locale> CURRENT = new ThreadLocal<>();

    private AnswerLanguage() {}

    /** The language; null while no desk asks. */
    public static @Nullable Locale current() {
        return CURRENT.get();
    }

    /** Does the work in a language; afterwards all is as before. */
    public static <T> T during(Locale language, Supplier<T> work) {
        Locale before = CURRENT.get();
        CURRENT.set(language);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
