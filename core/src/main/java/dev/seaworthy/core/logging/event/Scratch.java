// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import dev.seaworthy.core.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one event after the other is written with, so that none pays for buffers of its own. Not thread-safe. */
final class Scratch {

    private static final int KEPT = 64 * 1024;

    final StringBuilder text = new StringBuilder(1_024);
    final List<String> written = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    private char[] chars = new char[1_024];
    private String thread = "";
    private String threadMasked = "";
    private long second = Long.MIN_VALUE;
    private String untilSecond = "";
    private long timed = Long.MIN_VALUE;
    private String time = "";

    void begin() {
        text.setLength(0);
        written.clear();
        labels.clear();
    }

    /** Whether this one may be kept: one huge event must not hold its memory for ever. */
    boolean keepable() {
        return text.capacity() <= KEPT && chars.length <= KEPT;
    }

    /** Threads log more than once; names are compared by identity, which is quick and enough. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    String thread(String name, Redactor redactor) {
        if (name != thread) {
            thread = name;
            threadMasked = redactor.text(name);
        }
        return threadMasked;
    }

    /** UTC with milliseconds; events of one moment share it. */
    String time(long epochMillis) {
        if (epochMillis == timed) {
            return time;
        }
        long now = Math.floorDiv(epochMillis, 1_000L);
        if (now != second) {
            second = now;
            String whole = Instant.ofEpochSecond(now).toString();
            untilSecond = whole.substring(0, whole.length() - 1);
        }
        int millis = (int) Math.floorMod(epochMillis, 1_000L);
        timed = epochMillis;
        time = untilSecond + (millis < 10 ? ".00" : millis < 100 ? ".0" : ".") + millis + 'Z';
        return time;
    }

    /** The text as UTF-8; most events are ASCII, and those are copied without a String in between. */
    byte[] bytes() {
        int length = text.length();
        if (chars.length < length) {
            chars = new char[Math.max(length, 2 * chars.length)];
        }
        text.getChars(0, length, chars, 0);
        byte[] bytes = new byte[length];
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            bytes[i] = (byte) c;
            seen |= c;
        }
        return seen < 0x80 ? bytes : text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
