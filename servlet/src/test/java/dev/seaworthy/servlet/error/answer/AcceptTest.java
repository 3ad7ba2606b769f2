// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML; charset=utf-8",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json;q=0.5, text/*;q=0.6",
                "*/*, application/*;q=0, application/json;q=0.1, application/problem+json;q=0",
                "text/html;level=1;q=0.4, application/json;q=0.399"
            })
    void clientsThatPreferHtml(String accept) {
        assertThat(Accept.parse(List.of(accept)).prefersHtml()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/xml",
                "application/json, text/html",
                "text/html;q=0.9, application/problem+json",
                "text/html;q=0, */*",
                "text/html;q=nonsense",
                "text/html;q=2",
                "text/htmlx",
                ";;,,;q=1,/",
                "text/*;q=0.1, text/html;q=0, */*;q=0.05"
            })
    void everybodyElse(String accept) {
        assertThat(Accept.parse(List.of(accept)).prefersHtml()).isFalse();
    }

    @Test
    void noHeaderIsNoPreferenceAndSeveralAreOneList() {
        assertThat(Accept.parse(List.of()).prefersHtml()).isFalse();
        assertThat(Accept.parse(List.of("application/json;q=0.1", "text/html")).prefersHtml())
                .isTrue();
    }
}
