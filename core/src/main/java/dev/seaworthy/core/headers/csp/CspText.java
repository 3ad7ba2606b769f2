// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A policy in somebody's own words, read strictly. */
final class CspText {

    private final String policy;

    CspText(String policy) {
        this.policy = policy;
    }

    Csp read() {
        if (policy.indexOf(',') >= 0) {
            throw refused("holds a comma, which begins a second policy", policy, "separate directives by semicolons");
        }
        if (policy.chars().anyMatch(c -> c < ' ' && c != '\t' || c > '~')) {
            throw refused(
                    "holds a character that headers do not carry",
                    policy.replaceAll("[^ -~]", "?"),
                    "write it on one line of plain ASCII");
        }
        CspBuilder builder = Csp.builder();
        Set<CspDirective> seen = EnumSet.noneOf(CspDirective.class);
        for (String part : policy.split(";")) {
            String trimmed = part.strip();
            if (!trimmed.isEmpty()) {
                add(builder, seen, trimmed);
            }
        }
        return builder.build();
    }

    private static void add(CspBuilder builder, Set<CspDirective> seen, String part) {
        List<String> words = Arrays.asList(part.split("[ \\t]+"));
        String name = words.get(0);
        CspDirective directive = CspDirective.of(name)
                .orElseThrow(() -> refused("has a directive that browsers do not know", name, nearest(name)));
        if (!seen.add(directive)) {
            throw refused("names a directive twice, and browsers pass over the second", part, "put all of it into one");
        }
        builder.raw(directive, words.subList(1, words.size()));
    }

    private static IllegalArgumentException refused(String wrong, String got, String remedy) {
        return new IllegalArgumentException("Content-Security-Policy " + wrong + ", got '" + got + "'; " + remedy);
    }

    private static String nearest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        CspDirective best = CspDirective.DEFAULT_SRC;
        int least = Integer.MAX_VALUE;
        for (CspDirective directive : CspDirective.values()) {
            int distance = distance(lower, directive.word());
            if (distance < least) {
                least = distance;
                best = directive;
            }
        }
        return least <= 3 ? "did you mean " + best.word() + "?" : "write for example default-src 'self'";
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int cost = left.charAt(i - 1) == right.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
