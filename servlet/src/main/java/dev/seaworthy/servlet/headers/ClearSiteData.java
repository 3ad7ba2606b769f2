// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a browser forgets at logout. Send it once the logout has succeeded, never before: a refused logout that clears
 * cookies would let any site log users out.
 *
 * @see <a href="https://www.w3.org/TR/clear-site-data/">Clear Site Data</a>
 */
public enum ClearSiteData {
    /** What it has stored of this origin's answers; slow in some browsers. */
    CACHE,
    /** All cookies of the registrable domain, those of sister hosts included. */
    COOKIES,
    /** Local storage, databases and service workers of this origin. */
    STORAGE;

    /** Tells the browser; over http it does not listen. */
    public static void send(HttpServletResponse response, ClearSiteData... what) {
        response.setHeader(
                "Clear-Site-Data",
                Arrays.stream(what)
                        .map(part -> '"' + part.name().toLowerCase(Locale.ROOT) + '"')
                        .collect(Collectors.joining(", ")));
    }
}
