// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.server.web.JakartaWebServlet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A real browser under the policies: what must run, runs, and nothing is complained about. */
@Import(BrowserTest.Console.class)
@TestPropertySource(
        properties = {
            "seaworthy.headers.paths[0].pattern=/",
            "seaworthy.headers.paths[0].profile=html-strict",
            "seaworthy.headers.paths[1].pattern=/h2-console/**",
            "seaworthy.headers.paths[1].profile=docs-ui"
        })
class BrowserTest extends ShopTest {

    @LocalServerPort
    int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Console {

        @Bean
        ServletRegistrationBean<JakartaWebServlet> console() {
            return new ServletRegistrationBean<>(new JakartaWebServlet(), "/h2-console/*");
        }
    }

    @Test
    void frontPageRunsUnderTheStrictestPolicy() throws Exception {
        Chromium page = Chromium.open("http://localhost:" + port + "/");
        assertThat(page.dom()).as("buttons that the script makes").containsPattern("id=\"orders\">\\s*<button");
        assertThat(page.console()).doesNotContain("Content Security Policy", "violates");
    }

    @Test
    void consoleOfTheDatabaseRunsUnderItsProfile() throws Exception {
        Chromium page = Chromium.open("http://localhost:" + port + "/h2-console/");
        assertThat(page.dom())
                .as("the page that the first page's script leads to")
                .contains("name=\"login\"");
        assertThat(page.console()).doesNotContain("Content Security Policy", "violates");
    }
}
