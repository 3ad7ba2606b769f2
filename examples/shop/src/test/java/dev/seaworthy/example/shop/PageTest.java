// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest extends ShopTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Test
    void theFrontPageBringsEverythingItNeeds() {
        Answer page = shop.get("/", "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        Matcher links = LINK.matcher(page.body());
        int found = 0;
        while (links.find()) {
            assertThat(links.group(1)).as("no page from elsewhere").doesNotContain("//");
            assertThat(shop.get("/" + links.group(1)).status())
                    .as(links.group(1))
                    .isEqualTo(200);
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    @Test
    void nothingIsInlineSoThatAStrictPolicyCanBeSet() {
        assertThat(shop.get("/", "Accept", "text/html").body())
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("<style", "style=", "onclick=");
    }
}
