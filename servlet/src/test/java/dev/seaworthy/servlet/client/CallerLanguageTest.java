// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                            | de
            de-AT                         | de-AT
            DE-at                         | de-AT
            de-1996                       | de
            en;q=0.5, de;q=0.8            | de
            en;q=0.8, de                  | de
            fr, de                        | fr
            xx-YY, de;q=0.1               | de
            de-ZZ                         | de
            *                             | en
            de;q=0                        | en
            de;q=2                        | en
            de;q=NaN                      | en
            <script>                      | en
            """)
    void theMostWantedLanguageThatExistsWins(String header, String language) {
        assertThat(CallerLanguage.of(List.of(header))).isEqualTo(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr, de;q=0.8                  | fr de
            de;q=0.8, fr                  | fr de
            de;q=0.5, fr;q=0.5            | de fr
            fr;q=0, de                    | de
            de;q=0.1, fr;q=0.5, de;q=0.9  | de fr
            xx-YY, de-AT;q=0.1            | de-AT
            """)
    void allLanguagesThatAreAcceptedComeMostWantedFirst(String header, String languages) {
        assertThat(CallerLanguage.wanted(List.of(header)))
                .extracting(Locale::toLanguageTag)
                .containsExactly(languages.split(" "));
    }

    @Test
    void whoUnderstandsNothingWantsNothing() {
        assertThat(CallerLanguage.wanted(List.of("*"))).isEmpty();
        assertThat(CallerLanguage.wanted(List.of())).containsExactly(Locale.getDefault());
    }

    @Test
    void severalLinesAreOneList() {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getHeaders("Accept-Language")).thenReturn(Collections.enumeration(List.of("en;q=0.1", "de")));

        assertThat(CallerLanguage.of(request)).isEqualTo(Locale.GERMAN);
    }

    @Test
    void withoutAWishItIsTheLanguageOfTheMachine() {
        assertThat(CallerLanguage.of(List.of())).isEqualTo(Locale.getDefault());
    }

    @Test
    void aListWithoutEndIsReadAtItsBeginningOnly() {
        assertThat(CallerLanguage.of(List.of("xx-YY,".repeat(1_000) + "de"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aHeaderOfNothingIsEnglish() {
        assertThat(CallerLanguage.of(List.of("", ";;;,,,"))).isEqualTo(Locale.ENGLISH);
    }
}
