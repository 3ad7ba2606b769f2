// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import dev.seaworthy.core.headers.profile.HeaderProfile;

/**
 * One profile for all that lies under a path, whatever its type. Immutable.
 *
 * @param pattern within the app, decoded: {@code /docs} for exactly that, {@code /docs/*} for one segment more, {@code
 *     /docs/**} for everything below and itself
 * @param profile what its answers get
 */
public record PathRule(String pattern, HeaderProfile profile) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the pattern is none
     */
    public PathRule {
        int star = pattern.indexOf('*');
        boolean good = pattern.startsWith("/")
                && (star < 0 || pattern.endsWith("/*") || pattern.endsWith("/**"))
                && (star < 0 || star >= pattern.length() - 2);
        if (!good) {
            throw new IllegalArgumentException(
                    "path pattern begins with / and has stars in its last segment only, got '" + pattern
                            + "'; write for example /docs/**");
        }
    }

    /** Whether the path lies under it. */
    public boolean matches(String path) {
        if (pattern.endsWith("/**")) {
            int end = pattern.length() - "/**".length();
            return path.regionMatches(0, pattern, 0, end) && (path.length() == end || path.charAt(end) == '/');
        }
        if (pattern.endsWith("/*")) {
            int end = pattern.length() - 1;
            return path.length() > end && path.regionMatches(0, pattern, 0, end) && path.indexOf('/', end) < 0;
        }
        return path.equals(pattern);
    }
}
