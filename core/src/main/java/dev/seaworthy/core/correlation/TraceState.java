// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The W3C {@code tracestate} header, read strictly: one bad member and the whole header is dropped. The keys of Level 1
 * are a subset of those of Level 2, which decides here.
 *
 * @param members {@code key=value}, in the order received
 * @see <a href="https://www.w3.org/TR/trace-context-2/#tracestate-header">Trace Context Level 2, section 3.3</a>
 */
record TraceState(List<String> members) {

    static final int MAX_MEMBERS = 32;
    static final int MAX_PROPAGATED = 512;
    private static final int MAX_PART = 256;
    private static final int LARGE_MEMBER = 128;

    /** Reads all header lines as one list; empty members are skipped. An empty answer means: hand nothing on. */
    static Optional<TraceState> parse(List<String> lines) {
        List<String> members = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String line : lines) {
            for (int from = 0; from <= line.length(); ) {
                int comma = line.indexOf(',', from);
                int to = comma < 0 ? line.length() : comma;
                String member = trim(line, from, to);
                from = to + 1;
                if (member.isEmpty()) {
                    continue;
                }
                int equals = member.indexOf('=');
                if (members.size() == MAX_MEMBERS
                        || !isKey(member, equals)
                        || !isValue(member, equals + 1)
                        || !keys.add(member.substring(0, equals))) {
                    return Optional.empty();
                }
                members.add(member);
            }
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new TraceState(List.copyOf(members)));
    }

    /**
     * The value to send on, cut to {@value #MAX_PROPAGATED} characters by whole members: the large ones go first, then
     * the last ones. Empty when nothing is left.
     */
    String toHeader() {
        List<String> kept = new ArrayList<>(members);
        for (int i = kept.size() - 1; i >= 0 && tooLong(kept); i--) {
            if (kept.get(i).length() > LARGE_MEMBER) {
                kept.remove(i);
            }
        }
        while (tooLong(kept)) {
            kept.remove(kept.size() - 1);
        }
        return String.join(",", kept);
    }

    private static boolean tooLong(List<String> members) {
        return members.stream().mapToInt(String::length).sum() + members.size() - 1 > MAX_PROPAGATED;
    }

    private static String trim(String line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(line.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isKey(String member, int end) {
        if (end < 1 || end > MAX_PART || !isLowerOrDigit(member.charAt(0))) {
            return false;
        }
        for (int i = 1; i < end; i++) {
            if (!isLowerOrDigit(member.charAt(i)) && "_-*/@".indexOf(member.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isValue(String member, int from) {
        int length = member.length() - from;
        if (length < 1 || length > MAX_PART) {
            return false;
        }
        for (int i = from; i < member.length(); i++) {
            char c = member.charAt(i);
            if (c < ' ' || c > '~' || c == '=') {
                return false;
            }
        }
        return true;
    }
}
