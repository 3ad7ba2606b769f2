// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What Spring Security writes by itself.
 *
 * @param chains its chains, and each one's headers as it would write them over https
 */
record SecurityWriters(Supplier<List<Map<String, String>>> chains) {

    /** Every header that it has a writer for. */
    static final Set<String> NAMES;

    static {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(List.of(
                "Content-Security-Policy",
                "Content-Security-Policy-Report-Only",
                "Strict-Transport-Security",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "X-XSS-Protection",
                "Referrer-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Embedder-Policy",
                "Cross-Origin-Resource-Policy"));
        NAMES = Collections.unmodifiableSet(names);
    }

    static SecurityWriters none() {
        return new SecurityWriters(List::of);
    }

    /** The names that any chain writes, sorted. */
    Set<String> written() {
        Set<String> written = new TreeSet<>();
        chains.get().forEach(chain -> written.addAll(chain.keySet()));
        return written;
    }
}
