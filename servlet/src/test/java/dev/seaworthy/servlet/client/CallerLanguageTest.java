// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CallerLanguageTest {

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @Test
    void callerIsAnsweredInTheLanguageAskedFor() {
        when(request.getLocale()).thenReturn(Locale.GERMAN);

        assertThat(CallerLanguage.of(request)).isEqualTo(Locale.GERMAN);
    }

    @Test
    void listThatTheContainerRefusesToReadIsEnglish() {
        when(request.getLocale()).thenThrow(new IllegalArgumentException("more than 10 locales"));

        assertThat(CallerLanguage.of(request)).isEqualTo(Locale.ENGLISH);
    }
}
