// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Anybody's policy, read as forgivingly as the Observatory reads it.
 *
 * @param directives sources in lower case, without those that a shorter one covers
 * @param reportsTwice whether a reporting directive stands there twice
 */
record ScannedPolicy(Map<String, Set<String>> directives, boolean reportsTwice) {

    private static final int SHORTEST = 6;
    private static final Set<String> MAY_REPEAT = Set.of("report-uri", "report-to");

    /** Null where the Observatory calls it invalid. */
    static @Nullable ScannedPolicy read(String policy) {
        if (policy.length() < SHORTEST) {
            return null;
        }
        Map<String, Set<String>> directives = new LinkedHashMap<>();
        boolean twice = false;
        for (String part : policy.split(";")) {
            List<String> words = Arrays.asList(part.strip().split("\\s+"));
            String name = words.get(0).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            if (directives.containsKey(name)) {
                if (!MAY_REPEAT.contains(name)) {
                    return null;
                }
                twice = true;
            }
            directives.put(name, sources(name, words.subList(1, words.size())));
        }
        return new ScannedPolicy(directives, twice);
    }

    private static Set<String> sources(String name, List<String> words) {
        List<String> sorted = new ArrayList<>(words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList());
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (i == 0 || !sorted.get(i).startsWith(sorted.get(i - 1))) {
                kept.add(sorted.get(i));
            }
        }
        if (kept.isEmpty()) {
            kept.add("'none'");
        }
        return kept;
    }

    /** What applies to a directive: its own sources, the default's, or anything; in the map's own sets. */
    Set<String> effective(String name) {
        Set<String> own = directives.get(name);
        Set<String> fallback = own != null ? own : directives.get("default-src");
        return fallback != null ? fallback : new HashSet<>(Set.of("*"));
    }

    static boolean hasNonceOrHash(Set<String> sources) {
        return sources.stream()
                .anyMatch(source -> source.startsWith("'nonce-")
                        || source.startsWith("'sha256-")
                        || source.startsWith("'sha384-")
                        || source.startsWith("'sha512-"));
    }

    static void dropWhatNoncesReplace(Set<String> sources, boolean scripts) {
        if (!hasNonceOrHash(sources)) {
            return;
        }
        sources.remove("'unsafe-inline'");
        if (scripts && sources.contains("'strict-dynamic'")) {
            sources.removeIf(source -> source.equals("'self'")
                    || source.startsWith("http:")
                    || source.startsWith("https:")
                    || source.startsWith("ftp:")
                    || source.startsWith("*"));
        }
    }
}
