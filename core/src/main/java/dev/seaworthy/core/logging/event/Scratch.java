// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one event after the other is written with, so that none pays for buffers of its own. Not thread-safe. */
final class Scratch {

    private static final int KEPT = 64 * 1024;

    final StringBuilder text = new StringBuilder(1_024);
    final List<String> written = new ArrayList<>();
    private char[] chars = new char[1_024];
    private long second = Long.MIN_VALUE;
    private String untilSecond = "";
    private long timed = Long.MIN_VALUE;
    private String time = "";

    void begin() {
        text.setLength(0);
        written.clear();
    }

    /** Whether this one may be kept: one huge event must not hold its memory for ever. */
    boolean keepable() {
        return text.capacity() <= KEPT && chars.length <= KEPT;
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
        int seen = 0;
        for (int i = 0; i < length; i++) {
            seen |= chars[i];
        }
        if (seen >= 0x80) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) chars[i];
        }
        return bytes;
    }
}
