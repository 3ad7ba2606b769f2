// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnErrorPagesTest {

    private final OwnErrorPages pages = new OwnErrorPages(new GenericApplicationContext(), new ViewForEverything());

    @ParameterizedTest
    @CsvSource({"text/html, 1, true", "application/json, 1, false", "'a/b,', 60, false", "';;;/,', 1, false"})
    void viewIsForThoseWhoClearlyAskForHtml(String accept, int times, boolean owned) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept", accept.repeat(times) + (times > 1 ? "text/html" : ""));

        assertThat(pages.owns(request, 404)).isEqualTo(owned);
    }

    private static final class ViewForEverything implements ErrorHandling {
        @Override
        public boolean hasController() {
            return true;
        }

        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public boolean resolvesView(HttpServletRequest request, int status) {
            return true;
        }

        @Override
        public boolean registersPage(int status) {
            return false;
        }
    }
}
