// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import static dev.seaworthy.core.error.sql.Databases.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.sql.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureRuleTest {

    private static final String SECOND_ADA = "insert into customer values (2, 'ada@example.com', 36)";

    private final SqlFailureRule silent = new SqlFailureRule(Map.of());

    @ParameterizedTest
    @CsvSource({
        "40001, DATABASE_CONTENTION, 503",
        "40P01, DATABASE_CONTENTION, 503",
        "08006, DATABASE_UNAVAILABLE, 503",
        "53300, DATABASE_UNAVAILABLE, 503",
        "57P01, DATABASE_UNAVAILABLE, 503",
        "08007, DATABASE_OUTCOME_UNKNOWN, 500",
        "40003, DATABASE_OUTCOME_UNKNOWN, 500",
        "57014, TOO_SLOW, 503",
        "28P01, BUG, 500",
        "42P01, BUG, 500",
        "23502, BUG, 500",
        "23503, BUG, 500",
        "23514, BUG, 500",
    })
    void eachFaultHasItsRow(String state, FailureClass row, int status) {
        Classification found = Objects.requireNonNull(silent.classify(new SQLException("no", state)));

        assertThat(found).isEqualTo(Classification.of(row));
        assertThat(found.status()).isEqualTo(status);
    }

    @Test
    void contentionIsOverSoonAndAnOutageLater() {
        assertThat(FailureClass.DATABASE_CONTENTION.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(FailureClass.DATABASE_UNAVAILABLE.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(FailureClass.DATABASE_OUTCOME_UNKNOWN.retryAfter()).isNull();
    }

    @Test
    void aUniqueViolationIsAConflictAndTellsNoName() throws SQLException {
        try (Connection connection = Databases.open("rule")) {
            assertThat(silent.classify(failureOf(connection, SECOND_ADA)))
                    .isEqualTo(Classification.of(FailureClass.CONFLICT).withCode("UNIQUE_VIOLATION"));
        }
    }

    @Test
    void aConstraintThatTheAppNamedIsToldAsAPointer() throws SQLException {
        SqlFailureRule open = new SqlFailureRule(Map.of("customer_email_key", "/email"));

        try (Connection connection = Databases.open("rule")) {
            assertThat(Objects.requireNonNull(open.classify(failureOf(connection, SECOND_ADA)))
                            .errors())
                    .containsExactly(new FieldError(FieldError.In.BODY, "/email", "UNIQUE", "", Map.of()));
        }
    }

    @Test
    void whatIsNotSqlOrSaysNothingIsPassedOn() {
        assertThat(silent.classify(new IllegalStateException())).isNull();
        assertThat(silent.classify(new SQLException("no"))).isNull();
    }
}
