// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Finds secrets in text. Looks at each character a bounded number of times, whatever the text is, and allocates next to
 * nothing where there is no secret. Immutable, thread-safe.
 */
public final class SecretFinder {

    private final NamedSecrets named;
    private final boolean emails;

    /**
     * A finder.
     *
     * @param secretName whether what this name announces is a secret
     * @param anyName whether names are asked about that have none of the usual stems ({@code pass}, {@code token} ...)
     * @param emails whether e-mail addresses count as secrets
     */
    public SecretFinder(Predicate<String> secretName, boolean anyName, boolean emails) {
        this.named = new NamedSecrets(secretName, anyName);
        this.emails = emails;
    }

    /** The text with {@code mask} of each secret in its place; the same object where there is none. */
    public String replace(String text, UnaryOperator<String> mask) {
        StringBuilder out = null;
        int copied = 0;
        int length = text.length();
        JwtSecrets jwt = null;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!Triggers.at(text, i, c)) {
                continue;
            }
            long span;
            if (c == 'e') {
                if (!text.startsWith("eyJ", i)) {
                    continue;
                }
                jwt = jwt == null ? new JwtSecrets(text) : jwt;
                span = jwt.at(i);
            } else {
                span = find(text, i, c);
            }
            if (span == Span.NONE || Span.start(span) < copied) {
                continue;
            }
            out = out == null ? new StringBuilder(length + 16) : out;
            out.append(text, copied, Span.start(span))
                    .append(mask.apply(text.substring(Span.start(span), Span.end(span))));
            copied = Span.end(span);
            i = Math.max(i, copied - 1);
        }
        return out == null ? text : out.append(text, copied, length).toString();
    }

    private long find(String text, int i, char c) {
        if (Triggers.isDigit(c)) {
            return CardNumbers.at(text, i);
        }
        return switch (c) {
            case ':', '=', '>' -> named.at(text, i);
            case '@' -> emails ? Emails.at(text, i) : Span.NONE;
            default -> KeyShapes.at(text, i);
        };
    }
}
