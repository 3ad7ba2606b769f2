// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.error.FailureClass;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many failures make an alert. Immutable.
 *
 * @param window within which they are counted, from 1 s to 1 h
 * @param thresholds how many of a class within the window are told: 1 tells each, 0 none; classes that are missing have
 *     their {@linkplain #threshold default}
 */
public record AlarmSettings(Duration window, Map<FailureClass, Integer> thresholds) {

    /** Within which failures are counted, unless chosen otherwise. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /** So many are many, where one alone is not told. */
    public static final int MANY = 20;

    private static final String PREFIX = "seaworthy.alert.";

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if a value is out of its range, or a class is never told by itself
     */
    public AlarmSettings {
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + "window must be from PT1S to PT1H, got '" + window + "'; write for example 1m");
        }
        Map<FailureClass, Integer> copy = new EnumMap<>(FailureClass.class);
        thresholds.forEach((row, threshold) -> {
            if (!isTold(row)) {
                throw notTold(name(row));
            }
            if (threshold < 0) {
                throw new IllegalArgumentException(PREFIX + "thresholds." + name(row) + " must not be negative, got '"
                        + threshold + "'; write 1 to be told of each, 0 of none");
            }
            copy.put(row, threshold);
        });
        thresholds = Map.copyOf(copy);
    }

    /** Each where the table says so, {@value #MANY} within a minute where it says by rate. */
    public static AlarmSettings withDefaults() {
        return new AlarmSettings(WINDOW, Map.of());
    }

    /**
     * With classes as properties name them: {@code too-slow}, in whatever case, with or without the dash.
     *
     * @throws IllegalArgumentException if a name is none, or a value is out of its range
     */
    public static AlarmSettings named(Duration window, Map<String, Integer> thresholds) {
        Map<FailureClass, Integer> byClass = new EnumMap<>(FailureClass.class);
        thresholds.forEach((name, threshold) -> byClass.put(
                Arrays.stream(FailureClass.values())
                        .filter(row -> letters(row.name()).equals(letters(name)))
                        .findFirst()
                        .orElseThrow(() -> notTold(name)),
                threshold));
        return new AlarmSettings(window, byClass);
    }

    /** How many of a class within the window are told; 0 for none. */
    public int threshold(FailureClass row) {
        int preset = switch (row.alert()) {
            case YES -> 1;
            case BY_RATE -> MANY;
            case NO, WHEN_BREAKER_OPENS -> 0;
        };
        return thresholds.getOrDefault(row, preset);
    }

    /** Whether alerts of a class are a matter of these settings. */
    static boolean isTold(FailureClass row) {
        return row.alert() == FailureClass.Alert.YES || row.alert() == FailureClass.Alert.BY_RATE;
    }

    private static IllegalArgumentException notTold(String name) {
        return new IllegalArgumentException(PREFIX + "thresholds must name failures that are told, got '" + name
                + "'; write one of "
                + Arrays.stream(FailureClass.values())
                        .filter(AlarmSettings::isTold)
                        .map(AlarmSettings::name)
                        .collect(Collectors.joining(", ")));
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private static String name(FailureClass row) {
        return row.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
