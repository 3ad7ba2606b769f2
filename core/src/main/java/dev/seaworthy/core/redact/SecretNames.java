// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells secret names by their words, however they are glued together. */
final class SecretNames {

    /** Secret wherever they appear in the name without its separators. */
    private static final List<String> STRONG = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "credential",
            "privatekey",
            "apikey",
            "accesskey",
            "signingkey",
            "encryptionkey",
            "masterkey",
            "sharedkey",
            "accountkey",
            "subscriptionkey",
            "functionskey",
            "sessionid",
            "sessid");

    /** Secret as a word of their own: too short to be looked for inside others. */
    private static final Set<String> STRONG_WORDS =
            Set.of("pass", "pwd", "otp", "totp", "pin", "cvv", "cvc", "cvv2", "ssn", "jwt", "bearer");

    /** What people call things around a secret as often as the secret itself. */
    private static final List<String> WEAK_ENDINGS =
            List.of("token", "tokens", "cookie", "cookies", "authorization", "csrf", "xsrf");

    /** A name that ends so measures or switches something and holds no secret. */
    private static final Set<String> MEASURES = Set.of(
            "count",
            "length",
            "size",
            "limit",
            "max",
            "min",
            "budget",
            "ttl",
            "expiry",
            "expires",
            "expiration",
            "age",
            "timeout",
            "lifetime",
            "duration",
            "interval",
            "enabled",
            "disabled",
            "required",
            "policy",
            "attempts",
            "algorithm",
            "encoder",
            "strength",
            "type");

    /** After a weak word, these too speak about it only. */
    private static final Set<String> DESCRIPTIONS = Set.of(
            "name",
            "header",
            "parameter",
            "domain",
            "path",
            "site",
            "only",
            "secure",
            "format",
            "uri",
            "url",
            "endpoint",
            "issuer",
            "audience",
            "scope",
            "provider",
            "store",
            "service",
            "server",
            "bucket",
            "buckets",
            "validator",
            "processor",
            "repository",
            "manager");

    /** Before the plural, these make tokens something to be counted. */
    private static final Set<String> COUNTING = Set.of(
            "max",
            "min",
            "total",
            "prompt",
            "completion",
            "input",
            "output",
            "json",
            "used",
            "available",
            "remaining",
            "num",
            "number");

    private SecretNames() {}

    static boolean contains(String name) {
        List<String> words = words(name);
        if (words.isEmpty() || MEASURES.contains(words.get(words.size() - 1))) {
            return false;
        }
        String glued = String.join("", words).replace("secretary", "");
        return STRONG.stream().anyMatch(glued::contains)
                || words.stream().anyMatch(word -> STRONG_WORDS.contains(word) || word.endsWith("pwd"))
                || words.get(words.size() - 1).equals("auth")
                || isWeak(words, glued);
    }

    /** Letters and digits in lower case: how names are compared that are not read word by word. */
    static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isWeak(List<String> words, String glued) {
        String last = words.get(words.size() - 1);
        if (DESCRIPTIONS.contains(last)) {
            return false;
        }
        if (last.equals("tokens") && words.size() > 1 && COUNTING.contains(words.get(words.size() - 2))) {
            return false;
        }
        return Stream.concat(words.stream(), Stream.of(glued))
                .anyMatch(word -> WEAK_ENDINGS.stream().anyMatch(word::endsWith));
    }

    /** Lower-case words: split at everything that is no letter and at the humps of camel case. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
            if (!letter || isHump(name, i)) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = letter ? i : i + 1;
            }
        }
        return words;
    }

    private static boolean isHump(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        return Character.isLowerCase(name.charAt(i - 1))
                || (Character.isUpperCase(name.charAt(i - 1))
                        && i + 1 < name.length()
                        && Character.isLowerCase(name.charAt(i + 1)));
    }
}
