// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A valid policy. Immutable; all that does not depend on the response is computed once.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
public final class Csp {

    private static final String PLACEHOLDER = "{nonce}";

    private final Map<CspDirective, List<String>> directives;
    private final String text;
    private final String[] parts;

    Csp(Map<CspDirective, List<String>> checked) {
        Map<CspDirective, List<String>> copy = new EnumMap<>(CspDirective.class);
        copy.putAll(checked);
        this.directives = Collections.unmodifiableMap(copy);
        this.text = directives.entrySet().stream()
                .map(directive -> directive.getValue().isEmpty()
                        ? directive.getKey().word()
                        : directive.getKey().word() + ' ' + String.join(" ", directive.getValue()))
                .collect(Collectors.joining("; "));
        this.parts = text.split(Pattern.quote(PLACEHOLDER), -1);
    }

    /** An empty policy to begin with. */
    public static CspBuilder builder() {
        return new CspBuilder();
    }

    /**
     * Reads a policy that somebody wrote. Stricter than browsers, which pass over what they do not know.
     *
     * @throws IllegalArgumentException naming the directive, quoting the value and saying what to write
     */
    public static Csp parse(String policy) {
        return new CspText(policy).read();
    }

    /** What it decides about, and how; sources and tokens as they stand in the header. */
    public Map<CspDirective, List<String>> directives() {
        return directives;
    }

    /** Whether each response needs a nonce of its own. */
    public boolean hasNonce() {
        return parts.length > 1;
    }

    /** The header's value, with {@code {nonce}} where the nonce belongs. */
    public String text() {
        return text;
    }

    /** The header's value for one response. The nonce is not checked: it must come from {@link Nonces}. */
    public String text(String nonce) {
        if (parts.length == 1) {
            return text;
        }
        StringBuilder value = new StringBuilder(text.length() + nonce.length() * parts.length);
        value.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            value.append(nonce).append(parts[i]);
        }
        return value.toString();
    }

    /** The same with more, or with something else. */
    public CspBuilder toBuilder() {
        CspBuilder builder = new CspBuilder();
        directives.forEach(builder::raw);
        return builder;
    }

    /** The same without some directives. */
    public Csp without(CspDirective... unwanted) {
        Map<CspDirective, List<String>> fewer = new EnumMap<>(CspDirective.class);
        fewer.putAll(directives);
        for (CspDirective directive : unwanted) {
            fewer.remove(directive);
        }
        return new Csp(fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Csp csp && csp.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
