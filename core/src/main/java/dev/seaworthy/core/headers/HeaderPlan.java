// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import dev.seaworthy.core.time.TimeSource;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Settings that change on days that are known beforehand: observed for a while, then enforced; remembered for minutes, then
 * for a year. All of them are computed at the start. Immutable, thread-safe.
 */
public final class HeaderPlan {

    private final NavigableMap<Instant, HeaderSettings> phases;
    private final HeaderSettings last;
    private final TimeSource time;

    private HeaderPlan(Map<Instant, HeaderSettings> phases, TimeSource time) {
        this.phases = new TreeMap<>(phases);
        this.last = this.phases.lastEntry().getValue();
        this.time = time;
    }

    /** Settings that never change. */
    public static HeaderPlan constant(HeaderSettings settings) {
        return new HeaderPlan(Map.of(Instant.MIN, settings), TimeSource.system());
    }

    /**
     * Settings by the moment from which on they count; the earliest counts before it, too.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static HeaderPlan phased(Map<Instant, HeaderSettings> phases, TimeSource time) {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("header plan needs settings, got '{}'; pass one phase at least");
        }
        return new HeaderPlan(phases, time);
    }

    /** What counts now. */
    public HeaderSettings now() {
        if (phases.size() == 1) {
            return last;
        }
        Map.Entry<Instant, HeaderSettings> phase = phases.floorEntry(time.now());
        return phase == null ? phases.firstEntry().getValue() : phase.getValue();
    }

    /** What counts in the end. */
    public HeaderSettings last() {
        return last;
    }

    /** From when on what counts. */
    public Map<Instant, HeaderSettings> phases() {
        return Collections.unmodifiableMap(phases);
    }
}
