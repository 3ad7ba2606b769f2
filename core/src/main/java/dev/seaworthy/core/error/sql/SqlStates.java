// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQL states that mean the same in every database: whole ones first, then their classes (the first two characters). */
final class SqlStates {

    private static final Map<String, SqlFault> WHOLE = table(Map.of(
            SqlFault.UNIQUE_VIOLATION, List.of("23505", "23P01"),
            SqlFault.INTEGRITY_BROKEN, List.of("40002"),
            SqlFault.CONTENTION, List.of("55P03", "55006"),
            SqlFault.OUTCOME_UNKNOWN, List.of("08007", "40003"),
            SqlFault.UNAVAILABLE, List.of("57P01", "57P02", "57P03", "57P05", "25006"),
            SqlFault.TOO_SLOW, List.of("57014", "HYT00", "HYT01", "25P03", "25P04"),
            SqlFault.MISTAKE, List.of("3D000", "3F000", "57P04")));

    private static final Map<String, SqlFault> CLASSES = table(Map.of(
            SqlFault.INTEGRITY_BROKEN, List.of("23", "27", "44"),
            SqlFault.CONTENTION, List.of("40", "61"),
            SqlFault.UNAVAILABLE, List.of("08", "53", "58"),
            SqlFault.MISTAKE, List.of("07", "0A", "21", "22", "26", "28", "2A", "34", "37", "42", "54", "65")));

    private SqlStates() {}

    static @Nullable SqlFault fault(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return null;
        }
        SqlFault whole = WHOLE.get(state);
        if (whole != null) {
            return whole;
        }
        // 23000 is what several databases say for every violation: their vendor code would have told them apart.
        return state.equals("23000") ? null : CLASSES.get(state.substring(0, 2));
    }

    private static Map<String, SqlFault> table(Map<SqlFault, List<String>> byFault) {
        Map<String, SqlFault> table = new HashMap<>();
        byFault.forEach((fault, states) -> states.forEach(state -> table.put(state, fault)));
        return Map.copyOf(table);
    }
}
