// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language to answer a caller in. */
public final class CallerLanguage {

    private CallerLanguage() {}

    /**
     * What {@code Accept-Language} prefers; English where the container cannot, or will not, read it. Tomcat throws at a list
     * longer than it likes, and an answer must not fail for that.
     */
    public static Locale of(HttpServletRequest request) {
        try {
            return request.getLocale();
        } catch (RuntimeException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
