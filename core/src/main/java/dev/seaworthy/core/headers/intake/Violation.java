// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.intake;

import dev.seaworthy.core.redact.Redact;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser kept a page from doing, or would have kept it from. Two that are equal are one. Immutable, and fit to be
 * seen: addresses have lost queries, fragments, user names and all but the beginning of their paths.
 *
 * @param directive the one that was violated, such as {@code script-src-elem}
 * @param blocked the origin that was blocked, or {@code inline}, {@code eval}, {@code data}
 * @param page the path of the page
 * @param enforced whether it was blocked indeed
 */
public record Violation(String directive, String blocked, String page, boolean enforced) {

    private static final int MAX_WORD = 40;
    private static final int MAX_ADDRESS = 120;

    /** From the fields of one report; empty where it is none about a policy. */
    static Optional<Violation> of(Map<?, ?> body) {
        String directive = text(body, "effectiveDirective", "effective-directive");
        if (directive.isEmpty()) {
            directive = text(body, "violatedDirective", "violated-directive");
        }
        String name = directive.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z-]{3," + MAX_WORD + "}")) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                name,
                origin(text(body, "blockedURL", "blocked-uri")),
                path(text(body, "documentURL", "document-uri")),
                text(body, "disposition", "disposition").equals("enforce")));
    }

    /** In words: {@code script-src stopped inline on /cart}. */
    public String text() {
        return directive + (enforced ? " stopped " : " would stop ") + blocked + " on " + page;
    }

    private static String text(Map<?, ?> body, String name, String olderName) {
        Object value = body.get(name) instanceof String text ? text : body.get(olderName);
        return value instanceof String text ? text : "";
    }

    private static String origin(String address) {
        if (address.matches("[a-z-]{1,20}")) {
            return address;
        }
        try {
            URI uri = new URI(cut(address));
            if (uri.getHost() == null) {
                return uri.getScheme() == null ? "other" : Redact.line(uri.getScheme(), MAX_WORD);
            }
            return Redact.line(
                    uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()),
                    MAX_ADDRESS);
        } catch (URISyntaxException broken) {
            return "other";
        }
    }

    private static String path(String address) {
        try {
            String path = new URI(cut(address)).getRawPath();
            return path == null || path.isEmpty() ? "/" : Redact.line(path, MAX_ADDRESS);
        } catch (URISyntaxException broken) {
            return "other";
        }
    }

    // Query and fragment go first: a cut in the middle of a secret would show half of it.
    private static String cut(String address) {
        String bare = address.split("[?#]", 2)[0];
        return bare.substring(0, Math.min(1_000, bare.length()));
    }
}
