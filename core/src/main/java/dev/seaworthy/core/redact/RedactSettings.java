// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a secret besides what always does.
 *
 * @param secretNames more names whose values are masked, compared without case and separators; at most {@value #MAX_NAMES}
 * @param emails whether e-mail addresses are masked too
 * @param hashKey the key of a hash that is shown behind the mask, so that equal secrets can be found without being known;
 *     null shows none. At least {@value #MIN_KEY} characters, because card numbers can be guessed under a guessable key
 */
public record RedactSettings(
        Set<String> secretNames, boolean emails, @Nullable String hashKey) {

    /** More names are refused. */
    public static final int MAX_NAMES = 200;

    /** A shorter key is refused. */
    public static final int MIN_KEY = 16;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are too many names, one has no letter or digit, or the key is too short
     */
    public RedactSettings {
        secretNames = Set.copyOf(secretNames);
        if (secretNames.size() > MAX_NAMES) {
            throw new IllegalArgumentException(
                    "secret names are too many, got '" + secretNames.size() + "'; name at most " + MAX_NAMES);
        }
        for (String name : secretNames) {
            if (SecretNames.bare(name).isEmpty()) {
                throw new IllegalArgumentException("secret name must have a letter or digit, got '"
                        + Redact.line(name, 64) + "'; write for example customerNumber");
            }
        }
        if (hashKey != null && hashKey.length() < MIN_KEY) {
            throw new IllegalArgumentException("redaction hash key must have at least " + MIN_KEY + " characters, got '"
                    + hashKey.length() + "' of them; write a longer random one, or leave it out");
        }
    }

    /** No names of the app's own, e-mail addresses stay, no hash. */
    public static RedactSettings withDefaults() {
        return new RedactSettings(Set.of(), false, null);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RedactSettings[secretNames=" + secretNames + ", emails=" + emails + ", hashKey="
                + (hashKey == null ? "none" : Redact.MASK) + ']';
    }
}
