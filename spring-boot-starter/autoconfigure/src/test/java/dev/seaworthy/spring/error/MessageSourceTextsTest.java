// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.text.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

class MessageSourceTextsTest {

    private static final String KEY = "problem.SOLD_OUT.title";

    @ParameterizedTest
    @CsvSource({
        "de, Ausverkauft, de",
        "de-AT, Ausverkauft, de",
        "en, Sold out, en",
        "fr, Sold out, en",
        "xx, Sold out, en"
    })
    void theLanguageIsTheOneOfTheWordsNotTheOneAskedFor(String asked, String text, String language) {
        assertThat(texts().find(KEY, Locale.forLanguageTag(asked)))
                .isEqualTo(new LocalizedText(text, Locale.forLanguageTag(language)));
    }

    @Test
    void anUnknownKeyIsUnknown() {
        assertThat(texts().find("problem.NOBODY_WROTE_IT.title", Locale.ENGLISH))
                .isNull();
    }

    @Test
    void madeUpLanguagesDoNotReachTheMessageSourceThatRemembersThem() {
        List<Locale> asked = new ArrayList<>();
        StaticMessageSource listening = new StaticMessageSource() {
            @Override
            protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
                asked.add(locale);
                return super.resolveCodeWithoutArguments(code, locale);
            }
        };

        new MessageSourceTexts(listening).find(KEY, Locale.forLanguageTag("xq-ZZ-x-made-up"));
        new MessageSourceTexts(listening).find(KEY, Locale.forLanguageTag("de-ZZ-1996"));

        assertThat(asked).containsExactly(Locale.ROOT, Locale.GERMAN);
    }

    private static MessageSourceTexts texts() {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:/shop-words");
        messages.setFallbackToSystemLocale(false);
        return new MessageSourceTexts(messages);
    }
}
