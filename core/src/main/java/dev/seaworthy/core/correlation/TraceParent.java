// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The W3C {@code traceparent} header: which trace, which span within it, and two flags. Immutable.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 * @param sampled whether the caller may have recorded the trace
 * @param random whether at least the last 7 bytes of the trace id were drawn at random
 * @see <a href="https://www.w3.org/TR/trace-context-2/#traceparent-header">Trace Context Level 2, section 3.2</a>
 */
public record TraceParent(String traceId, String spanId, boolean sampled, boolean random) {

    private static final int LENGTH = 55;
    private static final int SAMPLED = 1;
    private static final int RANDOM = 2;

    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException if one is not what the standard allows
     */
    public TraceParent {
        if (!isTraceId(traceId)) {
            throw new IllegalArgumentException(wrong("trace id", 32, traceId));
        }
        if (spanId.length() != 16 || !isId(spanId, 0, 16)) {
            throw new IllegalArgumentException(wrong("span id", 16, spanId));
        }
    }

    /** Without the flag that Level 2 added. */
    public TraceParent(String traceId, String spanId, boolean sampled) {
        this(traceId, spanId, sampled, false);
    }

    /**
     * Reads the header as strictly as the standard demands: version 00 is exactly 55 characters; of a later version only
     * the fields that 00 knows are read, and {@code random} is not one a later version must have kept; ff is no version.
     * Unknown flags are dropped.
     *
     * @param header the value of the only {@code traceparent} header, or null
     * @return empty when it must be ignored
     */
    public static Optional<TraceParent> parse(@Nullable String header) {
        if (header == null || header.length() < LENGTH || !isHex(header, 0, 2) || header.startsWith("ff")) {
            return Optional.empty();
        }
        boolean known = header.startsWith("00");
        boolean ends = header.length() == LENGTH || (!known && header.charAt(LENGTH) == '-');
        boolean shaped = header.charAt(2) == '-' && header.charAt(35) == '-' && header.charAt(52) == '-';
        if (!ends || !shaped || !isId(header, 3, 35) || !isId(header, 36, 52) || !isHex(header, 53, LENGTH)) {
            return Optional.empty();
        }
        int flags = Integer.parseInt(header, 53, LENGTH, 16);
        return Optional.of(new TraceParent(
                header.substring(3, 35),
                header.substring(36, 52),
                (flags & SAMPLED) != 0,
                known && (flags & RANDOM) != 0));
    }

    /** The header's value in version 00. */
    public String toHeader() {
        int flags = (sampled ? SAMPLED : 0) | (random ? RANDOM : 0);
        return "00-" + traceId + '-' + spanId + "-0" + flags;
    }

    /** The same trace, seen from another span. */
    public TraceParent withSpan(String newSpanId) {
        return new TraceParent(traceId, newSpanId, sampled, random);
    }

    static boolean isTraceId(String text) {
        return text.length() == 32 && isId(text, 0, 32);
    }

    private static boolean isId(String text, int from, int to) {
        boolean zero = true;
        for (int i = from; i < to; i++) {
            zero &= text.charAt(i) == '0';
        }
        return !zero && isHex(text, from, to);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String wrong(String what, int length, String got) {
        return what + " must be " + length + " lower-case hex digits and not all zero, got " + got.length()
                + " other characters; use parse to refuse what a client sent";
    }
}
