// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.fetch;

import java.util.List;

/**
 * Tells whether a request may come from where it comes from. Browsers say so themselves and scripts cannot change it;
 * whoever says nothing is no browser, or an old one, and passes. Immutable, thread-safe.
 *
 * @param mode what follows
 * @param openTo paths, and what lies below them, that other sites may use: webhooks from pages, public assets
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public record IsolationPolicy(IsolationMode mode, List<String> openTo) {

    /** What an answer depends on once requests are refused. */
    public static final String VARY = "Sec-Fetch-Site, Sec-Fetch-Mode, Sec-Fetch-Dest";

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if a path does not begin with a slash
     */
    public IsolationPolicy {
        openTo = List.copyOf(openTo);
        for (String path : openTo) {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("path that is open to other sites begins with /, got '" + path
                        + "'; write for example /public");
            }
        }
    }

    /** Counts only, nothing is open. */
    public static IsolationPolicy withDefaults() {
        return new IsolationPolicy(IsolationMode.REPORT, List.of());
    }

    /**
     * Whether the request may pass. Links and forms that lead here with GET may, whoever shows them, unless they load into
     * a plug-in; so may what a preflight asks, because the app's CORS answers it.
     *
     * @param site {@code Sec-Fetch-Site}, empty where it is missing
     * @param mode {@code Sec-Fetch-Mode}
     * @param destination {@code Sec-Fetch-Dest}
     */
    public boolean allows(String method, String path, String site, String mode, String destination) {
        boolean own = !site.equals("cross-site");
        boolean reads = method.equals("GET") || method.equals("HEAD");
        boolean follows =
                reads && mode.equals("navigate") && !destination.equals("object") && !destination.equals("embed");
        return own || follows || method.equals("OPTIONS") || openTo.stream().anyMatch(open -> isUnder(path, open));
    }

    private static boolean isUnder(String path, String open) {
        return path.startsWith(open)
                && (path.length() == open.length() || open.endsWith("/") || path.charAt(open.length()) == '/');
    }
}
