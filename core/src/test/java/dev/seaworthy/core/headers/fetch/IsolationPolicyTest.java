// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class IsolationPolicyTest {

    private final IsolationPolicy policy = new IsolationPolicy(IsolationMode.ENFORCE, List.of("/public"));

    @Test
    void ownPagesOldBrowsersAndPeoplePass() {
        for (String site : List.of("", "same-origin", "same-site", "none")) {
            assertThat(policy.allows("POST", "/order", site, "cors", "empty"))
                    .as(site)
                    .isTrue();
        }
    }

    @Test
    void otherSitesMayLinkHereAndNothingElse() {
        assertThat(policy.allows("GET", "/order", "cross-site", "navigate", "document"))
                .isTrue();
        assertThat(policy.allows("OPTIONS", "/order", "cross-site", "cors", "empty"))
                .isTrue();
        assertThat(policy.allows("GET", "/public/logo.png", "cross-site", "no-cors", "image"))
                .isTrue();

        assertThat(policy.allows("POST", "/order", "cross-site", "navigate", "document"))
                .isFalse();
        assertThat(policy.allows("GET", "/order", "cross-site", "navigate", "embed"))
                .isFalse();
        assertThat(policy.allows("GET", "/order", "cross-site", "no-cors", "image"))
                .isFalse();
        assertThat(policy.allows("GET", "/publications", "cross-site", "no-cors", "image"))
                .isFalse();
    }

    @Test
    void openPathMustBeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IsolationPolicy(IsolationMode.REPORT, List.of("public")))
                .withMessageContaining("got 'public'; write for example /public");
    }
}
