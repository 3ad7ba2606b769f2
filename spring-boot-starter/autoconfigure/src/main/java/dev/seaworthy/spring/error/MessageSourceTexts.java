// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.error.text.LocalizedText;
import dev.seaworthy.core.error.text.ProblemTexts;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The app's own words, under the keys of {@link ProblemTexts} with {@code seaworthy.} before them. As in {@link
 * dev.seaworthy.core.error.text.BundleTexts} the messages without a language are English.
 */
final class MessageSourceTexts implements ProblemTexts {

    private static final String PREFIX = "seaworthy.";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final MessageSource messages;

    MessageSourceTexts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public @Nullable LocalizedText find(String key, Locale wanted) {
        Locale asked = withoutVariants(wanted);
        String text = text(key, asked);
        return text == null ? null : new LocalizedText(text, languageOf(text, key, asked));
    }

    /** A message source does not tell in which language it answered, so it is asked again for what it falls back to. */
    private Locale languageOf(String text, String key, Locale asked) {
        Locale language = new Locale.Builder().setLanguage(asked.getLanguage()).build();
        Locale machine = Locale.getDefault();
        if (text.equals(text(key, Locale.ROOT))) {
            return Locale.ENGLISH;
        }
        if (!machine.getLanguage().equals(asked.getLanguage()) && text.equals(text(key, machine))) {
            return machine;
        }
        return text.equals(text(key, language)) ? language : asked;
    }

    private @Nullable String text(String key, Locale locale) {
        String text = messages.getMessage(PREFIX + key, null, null, locale);
        // A message source may be set to answer the key where it has no text.
        return text == null || text.equals(PREFIX + key) ? null : text;
    }

    /** Message sources remember every locale they are asked for, and clients can make up many. */
    private static Locale withoutVariants(Locale wanted) {
        if (!LANGUAGES.contains(wanted.getLanguage())) {
            return Locale.ROOT;
        }
        Locale.Builder known = new Locale.Builder().setLanguage(wanted.getLanguage());
        return COUNTRIES.contains(wanted.getCountry())
                ? known.setRegion(wanted.getCountry()).build()
                : known.build();
    }
}
