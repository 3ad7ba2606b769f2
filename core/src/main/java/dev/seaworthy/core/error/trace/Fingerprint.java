// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.trace;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Recognises the same bug again. The print is made of the types of the causes, root first, and of the app's places in the
 * root's stack; messages and line numbers, frames of the JDK, of proxies, of containers and frameworks play no part, so it
 * survives edits elsewhere in the file, a restart, and another server. A hint for people, not a proof: two bugs in the
 * same method can have the same print.
 *
 * @param value 16 lower-case hex digits
 */
public record Fingerprint(String value) {

    private static final int MAX_FRAMES = 16;
    private static final int MAX_FRAMES_READ = 2_048;

    /** The print of a failure. Never throws. */
    public static Fingerprint of(CauseChain chain) {
        Hash hash = new Hash();
        for (int i = chain.depth() - 1; i >= 0; i--) {
            hash.add(Frames.stable(chain.causes().get(i).getClass().getName()));
        }
        places(chain).forEach(hash::add);
        return new Fingerprint(hash.hex());
    }

    /** The root's own stack tells most; wrappers are asked only when it has none. */
    private static List<String> places(CauseChain chain) {
        for (Predicate<StackTraceElement> noise :
                List.<Predicate<StackTraceElement>>of(Frames::isInfrastructure, Frames::isJdk)) {
            for (int i = chain.depth() - 1; i >= 0; i--) {
                Throwable link = chain.causes().get(i);
                List<String> places = places(link, noise);
                if (!places.isEmpty()) {
                    return places;
                }
            }
        }
        return List.of();
    }

    private static List<String> places(Throwable link, Predicate<StackTraceElement> noise) {
        List<String> places = Arrays.stream(Frames.of(link))
                .limit(MAX_FRAMES_READ)
                .filter(noise.negate())
                .filter(frame -> !Frames.isGenerated(frame))
                .map(Frames::place)
                .toList();
        Stream<String> telling = link instanceof StackOverflowError ? circle(places) : places.stream();
        return telling.distinct().limit(MAX_FRAMES).toList();
    }

    /** Where in its circle an endless recursion hits the end, and in which call from there, is chance. */
    private static Stream<String> circle(List<String> places) {
        Set<String> seen = new HashSet<>();
        return places.stream().filter(place -> !seen.add(place)).sorted();
    }

    @Override
    public String toString() {
        return value;
    }

    /** FNV-1a over the characters, then a finaliser so that all bits take part. */
    private static final class Hash {

        private long state = 0xcbf29ce484222325L;

        void add(String text) {
            for (int i = 0; i < text.length(); i++) {
                mix(text.charAt(i));
            }
            mix('\n');
        }

        private void mix(char c) {
            state = (state ^ c) * 0x100000001b3L;
        }

        String hex() {
            long bits = (state ^ (state >>> 33)) * 0xff51afd7ed558ccdL;
            bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return String.format("%016x", bits ^ (bits >>> 33));
        }
    }
}
