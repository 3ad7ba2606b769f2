// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** The prefilter of names: without one of these stems no name is secret, and most names have none. */
final class NameStems {

    private NameStems() {}

    static boolean in(String text, int start, int end) {
        for (int i = start; i < end - 2; i++) {
            boolean found = switch (text.charAt(i) | 0x20) {
                case 'a' -> is(text, i, "auth");
                case 'b' -> is(text, i, "bearer");
                case 'c' ->
                    is(text, i, "cookie")
                            || is(text, i, "cred")
                            || is(text, i, "cvv")
                            || is(text, i, "cvc")
                            || is(text, i, "csrf");
                case 'j' -> is(text, i, "jwt");
                case 'k' -> is(text, i, "key");
                case 'o' -> is(text, i, "otp");
                case 'p' -> is(text, i, "pass") || is(text, i, "pwd") || is(text, i, "pin");
                case 's' -> is(text, i, "secret") || is(text, i, "ssn") || is(text, i, "sess");
                case 't' -> is(text, i, "token");
                case 'x' -> is(text, i, "xsrf");
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String text, int at, String stem) {
        return text.regionMatches(true, at, stem, 0, stem.length());
    }
}
