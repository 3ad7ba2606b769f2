// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.cookie;

import java.util.Locale;

/**
 * Adds to a {@code Set-Cookie} line what is missing. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2">RFC 6265, section 4.1.2</a>
 */
public final class CookieHardening {

    private final CookieSettings settings;

    /** As the settings say. */
    public CookieHardening(CookieSettings settings) {
        this.settings = settings;
    }

    /**
     * The line with what was missing; the very same string if nothing was.
     *
     * @param line the value of {@code Set-Cookie}
     * @param secure whether the request came over https
     */
    public String harden(String line, boolean secure) {
        if (!settings.enabled()) {
            return line;
        }
        int end = line.indexOf(';');
        String attributes = end < 0 ? "" : line.substring(end).toLowerCase(Locale.ROOT);
        StringBuilder hardened = new StringBuilder(line);
        if (secure && !has(attributes, "secure")) {
            hardened.append("; Secure");
        }
        if (!has(attributes, "httponly") && isPrivate(name(line))) {
            hardened.append("; HttpOnly");
        }
        if (!settings.sameSite().isEmpty() && !has(attributes, "samesite")) {
            hardened.append("; SameSite=").append(settings.sameSite());
        }
        return hardened.length() == line.length() ? line : hardened.toString();
    }

    private boolean isPrivate(String name) {
        return !name.contains("csrf")
                && !name.contains("xsrf")
                && settings.httpOnly().stream().anyMatch(name::contains);
    }

    private static String name(String line) {
        int equals = line.indexOf('=');
        return (equals < 0 ? line : line.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean has(String attributes, String name) {
        int at = attributes.indexOf(name);
        while (at >= 0) {
            int after = at + name.length();
            boolean begins = attributes.substring(0, at).strip().endsWith(";");
            boolean ends = after == attributes.length() || "=; ".indexOf(attributes.charAt(after)) >= 0;
            if (begins && ends) {
                return true;
            }
            at = attributes.indexOf(name, after);
        }
        return false;
    }
}
