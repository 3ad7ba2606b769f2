// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CookieHardeningTest {

    private final CookieHardening cookies = new CookieHardening(CookieSettings.withDefaults());

    @Test
    void whatIsMissingIsAdded() {
        assertThat(cookies.harden("JSESSIONID=1; Path=/", true))
                .isEqualTo("JSESSIONID=1; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(cookies.harden("theme=dark", false)).isEqualTo("theme=dark; SameSite=Lax");
    }

    @Test
    void whatACookieSaysItselfStands() {
        String whole = "SESSION=1; secure; HTTPONLY; samesite=none; Partitioned";
        assertThat(cookies.harden(whole, true)).isSameAs(whole);
    }

    @Test
    void valuesThatLookLikeAttributesAreNone() {
        assertThat(cookies.harden("a=1; Path=/secure; Domain=samesite.test", true))
                .isEqualTo("a=1; Path=/secure; Domain=samesite.test; Secure; SameSite=Lax");
    }

    @Test
    void tokensThatScriptsMustReadStayReadable() {
        assertThat(cookies.harden("XSRF-TOKEN-SESS=1", false)).doesNotContain("HttpOnly");
    }

    @Test
    void switchedOffNothingIsTouched() {
        assertThat(new CookieHardening(new CookieSettings(false, "Lax", List.of(), false)).harden("a=1", true))
                .isEqualTo("a=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CookieSettings(true, "None", List.of(), false))
                .withMessageContaining("got 'None'");
    }
}
