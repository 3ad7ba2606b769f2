// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One place that a directive allows. Checked when it is made. Immutable.
 *
 * @param text as it stands in the header; {@link #NONCE} where each response has its own
 * @see <a href="https://www.w3.org/TR/CSP3/#framework-directive-source-list">Content Security Policy Level 3, 2.3.1</a>
 */
public record CspSource(String text) {

    private static final Set<String> KEYWORDS = Set.of(
            "'self'",
            "'none'",
            "'unsafe-inline'",
            "'unsafe-eval'",
            "'unsafe-hashes'",
            "'strict-dynamic'",
            "'report-sample'",
            "'wasm-unsafe-eval'",
            "'inline-speculation-rules'",
            "'trusted-types-eval'");
    private static final Pattern NONCE_OR_HASH =
            Pattern.compile("'(?:nonce-[A-Za-z0-9+/_=-]{16,}|sha(?:256|384|512)-[A-Za-z0-9+/_-]{43,88}={0,2})'");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:\\*|(?:\\*\\.)?[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+])"
                    + "(?::(?:[0-9]{1,5}|\\*))?(?:/[!-+\\--:<-~]*)?");

    /** Stands for the nonce of the response. */
    public static final CspSource NONCE = new CspSource("'nonce-{nonce}'");

    /** Nothing. */
    public static final CspSource NONE = new CspSource("'none'");

    /** The page's own origin. */
    public static final CspSource SELF = new CspSource("'self'");

    /** What an allowed script loads is allowed, and lists of hosts are not looked at. */
    public static final CspSource STRICT_DYNAMIC = new CspSource("'strict-dynamic'");

    /** Inline code without nonce or hash; takes the protection away unless a nonce or hash stands beside it. */
    public static final CspSource UNSAFE_INLINE = new CspSource("'unsafe-inline'");

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the text is no source of the grammar
     */
    public CspSource {
        if (!isSource(text)) {
            throw new IllegalArgumentException(
                    "Content-Security-Policy source is none that browsers know, got '" + text + "'; " + remedy(text));
        }
    }

    private static boolean isSource(String text) {
        if (text.startsWith("'")) {
            return text.equals("'nonce-{nonce}'")
                    || KEYWORDS.contains(text.toLowerCase(Locale.ROOT))
                    || NONCE_OR_HASH.matcher(text).matches();
        }
        return !isBareKeyword(text)
                && (SCHEME.matcher(text).matches() || HOST.matcher(text).matches());
    }

    private static boolean isBareKeyword(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return KEYWORDS.contains('\'' + lower + '\'')
                || lower.startsWith("nonce-")
                || lower.matches("sha(256|384|512)-.*");
    }

    private static String remedy(String text) {
        if (isBareKeyword(text)) {
            return "put it in single quotes: '" + text + "'";
        }
        if (text.indexOf(';') >= 0 || text.indexOf(',') >= 0) {
            return "it would end the directive; write %3B for a semicolon and %2C for a comma inside of a path";
        }
        if (text.startsWith("'nonce-")) {
            return "write 'nonce-{nonce}', which is replaced in every response; a fixed nonce can be guessed";
        }
        return "write a host such as https://cdn.example.com, a scheme such as data:, or a keyword such as 'self'";
    }

    /** A host, with or without scheme, port and path: {@code https://cdn.example.com}. */
    public static CspSource host(String host) {
        return new CspSource(host);
    }

    /** All of a scheme: {@code data:}. */
    public static CspSource scheme(String scheme) {
        return new CspSource(scheme.endsWith(":") ? scheme : scheme + ':');
    }

    /** Exactly this inline script or style, without the element's tags. */
    public static CspSource hashOf(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return new CspSource("'sha256-" + Base64.getEncoder().encodeToString(digest) + '\'');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    boolean is(String keyword) {
        return text.equalsIgnoreCase(keyword);
    }

    boolean isNonceOrHash() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("'nonce-") || lower.startsWith("'sha");
    }
}
