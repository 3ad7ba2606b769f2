// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.List;

/**
 * A score, and how it came about. Immutable.
 *
 * @param algorithm who counts
 * @param score 0 or more; beyond 100 where all is well
 * @param rows one for each test
 */
public record Grade(Algorithm algorithm, int score, List<Row> rows) {

    private static final String[] LETTERS = {
        "F", "F", "F", "F", "F", "D-", "D", "D", "D+", "C-", "C", "C", "C+", "B-", "B", "B", "B+", "A-", "A", "A", "A+"
    };

    /**
     * One test.
     *
     * @param test the Observatory's name for it
     * @param verdict what it found
     * @param points what that gives or takes
     * @param most what it could give
     */
    public record Row(String test, Verdict verdict, int points, int most) {

        /** How many points are missing, and what to do about it. */
        public String reason() {
            return (points - most) + ": " + verdict.advice();
        }
    }

    /** Copies. */
    public Grade {
        rows = List.copyOf(rows);
    }

    /** From A+ to F. */
    public String letter() {
        return LETTERS[Math.min(score / 5, LETTERS.length - 1)];
    }

    /** The tests that gave less than they could. */
    public List<Row> missed() {
        return rows.stream().filter(row -> row.points() < row.most()).toList();
    }

    @Override
    public String toString() {
        return score + " (" + letter() + ", algorithm " + algorithm.number() + ")";
    }
}
