// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import dev.seaworthy.core.redact.shape.SecretFinder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Masks secrets in text, by the names that announce them ({@code password=}, {@code "apiKey":}, {@code Cookie:},
 * {@code <secret>}) and by what they look like: payment card numbers (with their check digit), JWTs, credentials behind
 * {@code Bearer} and {@code Basic}, passwords in URLs, private key blocks, cloud and vendor keys with a known prefix, and
 * on request e-mail addresses. A text without secrets comes back as the same object.
 *
 * <p>Looks at each character a bounded number of times, so that no text can make it slow. What no name announces and
 * what looks like any other word cannot be found: a password in the middle of a sentence, for one. Thread-safe; never
 * throws.
 */
public final class Redactor {

    static final int MAX_KNOWN_NAMES = 1_000;

    private static final Redactor DEFAULT = new Redactor(RedactSettings.withDefaults());

    private final Pseudonyms pseudonyms;
    private final Set<String> ownNames;
    private final SecretFinder finder;
    private final Map<String, Boolean> knownNames = new ConcurrentHashMap<>();

    /** What these settings say. */
    public Redactor(RedactSettings settings) {
        this.pseudonyms = new Pseudonyms(settings.hashKey());
        this.ownNames = settings.secretNames().stream().map(SecretNames::bare).collect(Collectors.toUnmodifiableSet());
        this.finder = new SecretFinder(this::isSecretName, !ownNames.isEmpty(), settings.emails());
    }

    /** What always counts as a secret. */
    public static Redactor withDefaults() {
        return DEFAULT;
    }

    /** {@link Redact#isSecretName}, and the app's own names. */
    public boolean isSecretName(String name) {
        Boolean known = knownNames.get(name);
        if (known != null) {
            return known;
        }
        boolean secret = SecretNames.contains(name) || ownNames.contains(SecretNames.bare(name));
        if (knownNames.size() < MAX_KNOWN_NAMES) {
            knownNames.put(name, secret);
        }
        return secret;
    }

    /** The value of a property, header or field of this name: masked whole under a secret name, else as {@link #text}. */
    public String value(String name, String value) {
        return isSecretName(name) ? mask(value) : text(value);
    }

    /** What stands in place of a secret: {@link Redact#MASK}, and the keyed hash where one is wanted. */
    public String mask(String secret) {
        return pseudonyms.of(secret);
    }

    /** The text with every secret masked; the same object where there is none. */
    public String text(String text) {
        return finder.replace(text, pseudonyms::of);
    }

    int knownNames() {
        return knownNames.size();
    }
}
