// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.cookie;

import java.util.List;
import java.util.Locale;

/**
 * How cookies are hardened. What a cookie says itself is never weakened. Immutable.
 *
 * @param enabled whether they are
 * @param sameSite what {@code SameSite} a cookie gets that names none: {@code Lax}, {@code Strict}, or empty for none
 * @param httpOnly parts of names of cookies that scripts must not read; {@code csrf} and {@code xsrf} tokens are spared
 * @param hostPrefix whether the session cookie is renamed to {@code __Host-}, which ties it to this host and to https
 */
public record CookieSettings(boolean enabled, String sameSite, List<String> httpOnly, boolean hostPrefix) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if SameSite is something else
     */
    public CookieSettings {
        if (!List.of("Lax", "Strict", "").contains(sameSite)) {
            throw new IllegalArgumentException("cookies same-site must be Lax or Strict, got '" + sameSite
                    + "'; leave it empty to add none; a cookie that other sites need says SameSite=None itself");
        }
        httpOnly = httpOnly.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    }

    /** Lax, and no script reads sessions and logins. */
    public static CookieSettings withDefaults() {
        return new CookieSettings(true, "Lax", List.of("sess", "login", "remember-me"), false);
    }
}
