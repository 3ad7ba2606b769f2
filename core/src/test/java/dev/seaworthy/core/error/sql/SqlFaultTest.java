// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFaultTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // state, code, thrown by, fault
                "23505, 0, org.postgresql.core.v3.QueryExecutorImpl, UNIQUE_VIOLATION",
                "23P01, 0, org.postgresql.core.v3.QueryExecutorImpl, UNIQUE_VIOLATION",
                "23502, 0, org.postgresql.core.v3.QueryExecutorImpl, INTEGRITY_BROKEN",
                "23503, 0, org.postgresql.core.v3.QueryExecutorImpl, INTEGRITY_BROKEN",
                "23514, 0, org.postgresql.core.v3.QueryExecutorImpl, INTEGRITY_BROKEN",
                "40001, 0, org.postgresql.core.v3.QueryExecutorImpl, CONTENTION",
                "40P01, 0, org.postgresql.core.v3.QueryExecutorImpl, CONTENTION",
                "55P03, 0, org.postgresql.core.v3.QueryExecutorImpl, CONTENTION",
                "40003, 0, org.postgresql.core.v3.QueryExecutorImpl, OUTCOME_UNKNOWN",
                "08007, 0, org.postgresql.core.v3.QueryExecutorImpl, OUTCOME_UNKNOWN",
                "08006, 0, org.postgresql.core.v3.QueryExecutorImpl, UNAVAILABLE",
                "08001, 0, org.postgresql.core.v3.ConnectionFactoryImpl, UNAVAILABLE",
                "57P01, 0, org.postgresql.core.v3.QueryExecutorImpl, UNAVAILABLE",
                "57P02, 0, org.postgresql.core.v3.QueryExecutorImpl, UNAVAILABLE",
                "57P03, 0, org.postgresql.core.v3.QueryExecutorImpl, UNAVAILABLE",
                "57P04, 0, org.postgresql.core.v3.QueryExecutorImpl, MISTAKE",
                "53300, 0, org.postgresql.core.v3.QueryExecutorImpl, UNAVAILABLE",
                "25006, 0, org.postgresql.core.v3.QueryExecutorImpl, UNAVAILABLE",
                "57014, 0, org.postgresql.core.v3.QueryExecutorImpl, TOO_SLOW",
                "28P01, 0, org.postgresql.core.v3.QueryExecutorImpl, MISTAKE",
                "3D000, 0, org.postgresql.core.v3.QueryExecutorImpl, MISTAKE",
                "42P01, 0, org.postgresql.core.v3.QueryExecutorImpl, MISTAKE",
                "22001, 0, org.postgresql.core.v3.QueryExecutorImpl, MISTAKE",
                "23000, 1062, com.mysql.cj.jdbc.exceptions.SQLError, UNIQUE_VIOLATION",
                "23000, 1586, com.mysql.cj.jdbc.exceptions.SQLError, UNIQUE_VIOLATION",
                "23000, 1048, com.mysql.cj.jdbc.exceptions.SQLError, INTEGRITY_BROKEN",
                "23000, 1451, com.mysql.cj.jdbc.exceptions.SQLError, INTEGRITY_BROKEN",
                "23000, 1452, com.mysql.cj.jdbc.exceptions.SQLError, INTEGRITY_BROKEN",
                "HY000, 1364, com.mysql.cj.jdbc.exceptions.SQLError, INTEGRITY_BROKEN",
                "HY000, 3819, com.mysql.cj.jdbc.exceptions.SQLError, INTEGRITY_BROKEN",
                "40001, 1213, com.mysql.cj.jdbc.exceptions.SQLError, CONTENTION",
                "HY000, 1205, com.mysql.cj.jdbc.exceptions.SQLError, CONTENTION",
                "08004, 1040, com.mysql.cj.jdbc.exceptions.SQLError, UNAVAILABLE",
                "42000, 1203, com.mysql.cj.jdbc.exceptions.SQLError, UNAVAILABLE",
                "08S01, 0, com.mysql.cj.jdbc.exceptions.SQLError, UNAVAILABLE",
                "08S01, 1153, com.mysql.cj.jdbc.exceptions.SQLError, MISTAKE",
                "28000, 1045, com.mysql.cj.jdbc.exceptions.SQLError, MISTAKE",
                "HY000, 3024, com.mysql.cj.jdbc.exceptions.SQLError, TOO_SLOW",
                "23000, 1062, org.mariadb.jdbc.export.ExceptionFactory, UNIQUE_VIOLATION",
                "23000, 4025, org.mariadb.jdbc.export.ExceptionFactory, INTEGRITY_BROKEN",
                "70100, 1969, org.mariadb.jdbc.export.ExceptionFactory, TOO_SLOW",
                "23000, 2627, com.microsoft.sqlserver.jdbc.SQLServerException, UNIQUE_VIOLATION",
                "23000, 2601, com.microsoft.sqlserver.jdbc.SQLServerException, UNIQUE_VIOLATION",
                "23000, 547, com.microsoft.sqlserver.jdbc.SQLServerException, INTEGRITY_BROKEN",
                "23000, 515, com.microsoft.sqlserver.jdbc.SQLServerException, INTEGRITY_BROKEN",
                "40001, 1205, com.microsoft.sqlserver.jdbc.SQLServerException, CONTENTION",
                "S0051, 1222, com.microsoft.sqlserver.jdbc.SQLServerException, CONTENTION",
                "HYT00, 0, com.microsoft.sqlserver.jdbc.SQLServerException, TOO_SLOW",
                "S0001, 18456, com.microsoft.sqlserver.jdbc.SQLServerException, MISTAKE",
                "23000, 1, oracle.jdbc.driver.T4CTTIoer11, UNIQUE_VIOLATION",
                "23000, 1400, oracle.jdbc.driver.T4CTTIoer11, INTEGRITY_BROKEN",
                "23000, 2290, oracle.jdbc.driver.T4CTTIoer11, INTEGRITY_BROKEN",
                "23000, 2291, oracle.jdbc.driver.T4CTTIoer11, INTEGRITY_BROKEN",
                "61000, 60, oracle.jdbc.driver.T4CTTIoer11, CONTENTION",
                "72000, 8177, oracle.jdbc.driver.T4CTTIoer11, CONTENTION",
                "66000, 12541, oracle.jdbc.driver.T4CConnection, UNAVAILABLE",
                "72000, 1017, oracle.jdbc.driver.T4CTTIoer11, MISTAKE",
                "72000, 1013, oracle.jdbc.driver.T4CTTIoer11, TOO_SLOW",
                "60000, 1205, oracle.jdbc.driver.T4CTTIoer11, -",
                "23505, 23505, org.h2.message.DbException, UNIQUE_VIOLATION",
                "HYT00, 50200, org.h2.message.DbException, CONTENTION",
                "90131, 90131, org.h2.message.DbException, CONTENTION",
                "90067, 90067, org.h2.message.DbException, UNAVAILABLE",
                "90098, 90098, org.h2.message.DbException, UNAVAILABLE",
                "90121, 90121, org.h2.message.DbException, UNAVAILABLE",
                "90146, 90146, org.h2.message.DbException, MISTAKE",
                "90007, 90007, org.h2.message.DbException, -",
                // nobody knows whose
                "23000, 1062, com.example.Pool, UNIQUE_VIOLATION",
                "23000, 301, com.example.Pool, UNIQUE_VIOLATION",
                "23000, 547, com.example.Pool, INTEGRITY_BROKEN",
                "23000, 99, com.example.Pool, -",
                "99999, 1062, com.example.Pool, -",
                "HY000, 1, com.example.Pool, -",
                "HY000, 1062, com.example.Pool, -",
                "HY000, 547, com.example.Pool, -",
                "HY000, 1205, com.example.Pool, CONTENTION",
                "41000, 1213, com.example.Pool, CONTENTION",
                "23000, 1205, com.example.Pool, -",
                "-, 1, com.example.Pool, -",
                "4, 0, com.example.Pool, -",
            })
    void stateCodeAndDriverTellTheFault(String state, int code, String thrower, SqlFault fault) {
        SQLException failure = thrownBy(thrower, new SQLException("refused", state, code));

        assertThat(SqlFault.of(failure)).isEqualTo(fault);
    }

    @Test
    void anEmptyPoolIsAnUnavailableDatabase() {
        assertThat(SqlFault.of(new SQLTransientConnectionException("no connection within 30000 ms")))
                .isEqualTo(SqlFault.UNAVAILABLE);
    }

    @Test
    void aPoolThatCannotFillForAWrongPasswordIsAMistake() {
        assertThat(SqlFault.of(new SQLTransientConnectionException("no connection within 30000 ms", "28P01")))
                .isEqualTo(SqlFault.MISTAKE);
    }

    @Test
    void withoutStateTheTypeTells() {
        assertThat(SqlFault.of(new SQLRecoverableException("gone"))).isEqualTo(SqlFault.UNAVAILABLE);
        assertThat(SqlFault.of(new SQLTimeoutException("slow"))).isEqualTo(SqlFault.TOO_SLOW);
        assertThat(SqlFault.of(new SQLTransactionRollbackException("lost"))).isEqualTo(SqlFault.CONTENTION);
        assertThat(SqlFault.of(new SQLIntegrityConstraintViolationException("no", "23000", 99)))
                .isEqualTo(SqlFault.INTEGRITY_BROKEN);
        assertThat(SqlFault.of(new SQLException("no"))).isNull();
    }

    @Test
    void aConnectionLostWhileCommittingLeavesTheOutcomeUnknown() {
        SQLException lost = thrownBy("org.postgresql.jdbc.PgConnection", new SQLException("I/O error", "08006"));
        SQLException stopped = thrownBy("org.postgresql.jdbc.PgConnection", new SQLException("terminated", "57P01"));
        SQLException neverOpen = thrownBy("org.postgresql.jdbc.PgConnection", new SQLException("closed", "08003"));

        assertThat(SqlFault.of(inCommit(lost))).isEqualTo(SqlFault.OUTCOME_UNKNOWN);
        assertThat(SqlFault.of(inCommit(stopped))).isEqualTo(SqlFault.OUTCOME_UNKNOWN);
        assertThat(SqlFault.of(inCommit(neverOpen))).isEqualTo(SqlFault.UNAVAILABLE);
    }

    private static SQLException thrownBy(String className, SQLException failure) {
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(className, "execute", "X.java", 1),
            new StackTraceElement("com.example.Orders", "place", "Orders.java", 2)
        });
        return failure;
    }

    private static SQLException inCommit(SQLException failure) {
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.postgresql.core.v3.QueryExecutorImpl", "execute", "X.java", 1),
            new StackTraceElement("org.postgresql.jdbc.PgConnection", "commit", "X.java", 2)
        });
        return failure;
    }
}
