// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The elements of a list header, last line first and from right to left, so that what a proxy appended is read before
 * anything that a client made up, and however broken the client's part is, it cannot swallow the proxy's. Reads no
 * further than it is asked to. Empty elements are passed over (RFC 9110, section 5.6.1.2).
 */
final class Hops implements Iterator<String> {

    private final List<String> lines;
    private final boolean quoted;
    private int line;
    private int end;
    private String next = "";

    /**
     * Begins at the end of the last line.
     *
     * @param quoted whether a comma in double quotes separates nothing
     */
    Hops(List<String> lines, boolean quoted) {
        this.lines = lines;
        this.quoted = quoted;
        this.line = lines.size();
        this.end = -1;
        advance();
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public String next() {
        if (next.isEmpty()) {
            throw new NoSuchElementException();
        }
        String element = next;
        advance();
        return element;
    }

    private void advance() {
        next = "";
        while (next.isEmpty() && (end >= 0 || line > 0)) {
            if (end < 0) {
                line--;
                end = lines.get(line).length();
            }
            String text = lines.get(line);
            int comma = commaBefore(text, end);
            next = text.substring(comma + 1, end).strip();
            end = comma;
        }
    }

    private int commaBefore(String text, int from) {
        boolean inQuotes = false;
        for (int i = from - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (quoted && c == '"' && !isEscaped(text, i)) {
                inQuotes = !inQuotes;
            } else if (c == ',' && !inQuotes) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEscaped(String text, int at) {
        int backslashes = 0;
        while (at - 1 - backslashes >= 0 && text.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
