// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one client may do. All windows are taken together or not at all. Immutable.
 *
 * @param name how it is called in properties, headers and metrics: lower-case letters, digits and {@code -}
 * @param windows 1 to {@value #MAX_WINDOWS}, none of which makes another one superfluous
 * @param shadow whether it only counts what it would refuse
 * @param storeDown what holds while a shared store does not answer
 */
public record Policy(String name, List<Window> windows, boolean shadow, StoreDown storeDown) {

    /** More windows are never kept. */
    public static final int MAX_WINDOWS = 4;

    /** The name of {@link #builtIn()}, which no other policy may take. */
    public static final String BUILT_IN = "built-in";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /** What holds while a shared store does not answer. */
    public enum StoreDown {
        /** Everybody may go on. */
        ALLOW,
        /** Nobody may: 503. */
        DENY,
        /** Each node enforces its share of the limit by itself. */
        LOCAL_SHARE
    }

    /**
     * Checks name and windows.
     *
     * @throws IllegalArgumentException if the name is none, there are no or too many windows, or one can never limit
     */
    public Policy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("policy name must be lower-case letters, digits and -, got '" + name
                    + "'; write for example orders-per-client");
        }
        windows = List.copyOf(windows);
        if (windows.isEmpty() || windows.size() > MAX_WINDOWS) {
            throw new IllegalArgumentException("policy '" + name + "' must have 1 to " + MAX_WINDOWS + " windows, got '"
                    + windows.size() + "'; one for bursts and one for the day are usual");
        }
        checkEachLimits(name, windows);
    }

    /** One that enforces its windows, and shares them among the nodes while the store is down. */
    public static Policy of(String name, Window... windows) {
        return new Policy(name, List.of(windows), false, StoreDown.LOCAL_SHARE);
    }

    /** What holds where nobody declared anything: only floods reach it. Its name is {@value #BUILT_IN}. */
    public static Policy builtIn() {
        return of(BUILT_IN, new Window(20, Duration.ofSeconds(1), 200));
    }

    /** The same, only counting. */
    public Policy asShadow() {
        return new Policy(name, windows, true, storeDown);
    }

    /** The same with other windows. */
    public Policy withWindows(List<Window> others) {
        return new Policy(name, others, shadow, storeDown);
    }

    /** The same with another rule for an absent store. */
    public Policy withStoreDown(StoreDown rule) {
        return new Policy(name, windows, shadow, rule);
    }

    /**
     * What one of so many nodes lets through by itself, so that together they let through no more than the whole; but never
     * less than one, or an outage of the store would become one of the node.
     */
    public Policy sharedBy(int nodes) {
        List<Window> limiting = new ArrayList<>();
        for (Window window : windows) {
            Window share = window.sharedBy(nodes);
            // Rounding may let one share make another superfluous.
            if (limiting.stream().noneMatch(known -> limitsMore(known, share))) {
                limiting.removeIf(known -> limitsMore(share, known));
                limiting.add(share);
            }
        }
        return withWindows(nodes == 1 ? windows : limiting);
    }

    /** The most that can ever be taken at once. */
    public long burst() {
        return windows.stream().mapToLong(Window::burst).min().orElse(0);
    }

    private static void checkEachLimits(String name, List<Window> windows) {
        for (Window idle : windows) {
            for (Window other : windows) {
                if (idle != other && limitsMore(other, idle)) {
                    throw new IllegalArgumentException("policy '" + name + "' has a window that can never limit, got '"
                            + idle + "' beside '" + other + "'; leave it out, or give it a smaller limit or burst");
                }
            }
        }
    }

    private static boolean limitsMore(Window one, Window other) {
        return one.burst() <= other.burst()
                && (double) one.limit() / one.per().toNanos()
                        <= (double) other.limit() / other.per().toNanos();
    }
}
