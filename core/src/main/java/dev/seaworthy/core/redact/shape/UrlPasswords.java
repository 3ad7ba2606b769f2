// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.redact.shape;

/** The password of {@code scheme://user:password@host}. */
final class UrlPasswords {

    private static final int MAX_USER_INFO = 512;

    private UrlPasswords() {}

    /** {@code from} is behind the slashes. A password may hold an at sign that nobody escaped: the last one counts. */
    static long at(String text, int from) {
        int colon = -1;
        int host = -1;
        for (int i = from; i < text.length() && i - from < MAX_USER_INFO; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                host = i;
            } else if (c == ':' && colon < 0) {
                colon = i;
            } else if (c <= ' ' || c == '/' || c == '"' || c == '\'' || c == '<' || c == '>') {
                break;
            }
        }
        return colon >= 0 && host > colon ? Span.of(colon + 1, host) : Span.NONE;
    }
}
