// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.error.text.LocalizedText;
import dev.seaworthy.core.error.text.ProblemTexts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The app's own words, under the keys of {@link ProblemTexts} with {@code seaworthy.} before them. */
final class MessageSourceTexts implements ProblemTexts {

    private static final String PREFIX = "seaworthy.";

    private final MessageSource messages;

    MessageSourceTexts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public @Nullable LocalizedText find(String key, Locale wanted) {
        String text = messages.getMessage(PREFIX + key, null, null, wanted);
        // A message source may be set to answer the key where it has no text.
        return text == null || text.equals(PREFIX + key) ? null : new LocalizedText(text, wanted);
    }
}
