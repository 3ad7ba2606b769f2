// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.cookie.CookieSettings;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cookies are hardened. What a cookie says itself is never weakened.
 *
 * @param enabled whether cookies get Secure on secure requests, HttpOnly and SameSite where they lack them
 * @param sameSite what cookies get that name none: Lax, Strict, or empty for none
 * @param httpOnly parts of names of cookies that scripts must not read
 * @param hostPrefix whether the session cookie is renamed to __Host-, which ties it to this host and to https
 */
record CookieProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("Lax") String sameSite,
        @DefaultValue({"sess", "login", "remember-me"}) List<String> httpOnly,
        @DefaultValue("false") boolean hostPrefix) {

    CookieProperties {
        httpOnly = List.copyOf(httpOnly);
        Checked.value("cookies.same-site", sameSite, value -> new CookieSettings(true, value, List.of(), false));
    }

    CookieSettings settings() {
        return new CookieSettings(enabled, sameSite, httpOnly, hostPrefix);
    }
}
