// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.text.LocalizedText;
import dev.seaworthy.core.error.text.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the words of a problem, all in one language: the one in which there is a title. */
record Words(List<ProblemTexts> sources, Guard guard) {

    private static final LocalizedText UNTITLED = new LocalizedText("The request failed", Locale.ENGLISH);

    /** In the first wanted language that there is a title in. */
    LocalizedText title(Classification classification, List<Locale> wanted) {
        LocalizedText own = first("problem." + classification.code() + ".title", wanted);
        if (own == null) {
            own = first("class." + classification.failureClass().name() + ".title", wanted);
        }
        return own != null ? own : UNTITLED;
    }

    private @Nullable LocalizedText first(String key, List<Locale> wanted) {
        for (Locale locale : wanted) {
            LocalizedText text = find(key, locale);
            if (text == null || isIn(locale, text)) {
                return text;
            }
        }
        return find(key, Locale.ENGLISH);
    }

    @Nullable
    String detail(Classification classification, Locale language) {
        String own = classification.detail();
        return own != null ? own : in(language, "problem." + classification.code() + ".detail");
    }

    List<FieldError> messages(List<FieldError> errors, Locale language) {
        return errors.stream()
                .map(error -> error.message().isBlank() ? withMessage(error, language) : error)
                .toList();
    }

    private FieldError withMessage(FieldError error, Locale language) {
        String message = in(language, "field." + error.code());
        if (message == null) {
            message = in(language, "field.INVALID");
        }
        return new FieldError(
                error.in(),
                error.pointer(),
                error.code(),
                message == null ? "" : fill(message, error.params()),
                error.params());
    }

    private @Nullable String in(Locale language, String key) {
        LocalizedText found = find(key, language);
        return found != null && isIn(language, found) ? found.text() : null;
    }

    private static boolean isIn(Locale language, LocalizedText text) {
        return text.locale().getLanguage().equals(language.getLanguage());
    }

    private @Nullable LocalizedText find(String key, Locale wanted) {
        for (ProblemTexts source : sources) {
            LocalizedText text = guard.ask(Guard.name(source), () -> source.find(key, wanted));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Values are put in as they are and never read as a template themselves. */
    private static String fill(String template, Map<String, Object> params) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            Object value = close < 0 ? null : params.get(template.substring(open + 1, close));
            int end = value == null ? open + 1 : close + 1;
            filled.append(template, at, open).append(value == null ? "{" : value);
            at = end;
        }
        return filled.append(template.substring(at)).toString();
    }
}
