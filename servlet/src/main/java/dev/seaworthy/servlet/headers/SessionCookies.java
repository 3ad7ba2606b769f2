// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.cookie.CookieSettings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;

/** Hardens the session cookie that the container makes by itself. */
public final class SessionCookies {

    private static final String PREFIX = "__Host-";

    private SessionCookies() {}

    /**
     * Sets what the app has not set itself: no script reads it, no other site sends it. Containers add {@code Secure} on
     * secure requests. Call it while the context starts.
     */
    public static void harden(ServletContext context, CookieSettings settings) {
        if (!settings.enabled()) {
            return;
        }
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        if (cookie == null) {
            return; // Jetty has none in a context without sessions
        }
        cookie.setHttpOnly(true);
        if (!settings.sameSite().isEmpty() && cookie.getAttribute("SameSite") == null) {
            cookie.setAttribute("SameSite", settings.sameSite());
        }
        if (settings.hostPrefix()) {
            String name = cookie.getName() == null ? "JSESSIONID" : cookie.getName();
            cookie.setName(name.startsWith("__") ? name : PREFIX + name);
            cookie.setSecure(true);
            cookie.setPath("/");
            cookie.setDomain(null);
        }
    }
}
