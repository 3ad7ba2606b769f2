// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import dev.seaworthy.core.redact.Redactor;

/** How much of what an event holds is written. In characters, before escaping. */
final class EventLimits {

    static final int MESSAGE = 16_384;
    static final int STACK = 32_768;
    static final int VALUE = 8_192;
    static final int NAME = 128;
    static final int LABELS = 64;
    static final int TAGS = 8;

    // Redaction sees more than is shown, so that a cut cannot hide a secret from it.
    private static final int SEEN = 4;

    private EventLimits() {}

    static String masked(Redactor redactor, String text, int max) {
        int length = text.length();
        if (length <= max) {
            return redactor.text(text);
        }
        String masked = redactor.text(length > SEEN * max ? text.substring(0, SEEN * max) : text);
        if (masked.length() <= max) {
            return masked;
        }
        int end = Character.isSurrogatePair(masked.charAt(max - 1), masked.charAt(max)) ? max - 1 : max;
        return masked.substring(0, end) + "...(+" + (length - end) + ')';
    }
}
