// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import static dev.seaworthy.core.error.sql.Databases.failureOf;
import static dev.seaworthy.core.error.sql.Databases.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.trace.CauseChain;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlFaultH2Test {

    private static final String NAME = "faults";

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = Databases.open(NAME);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aSecondRowOfTheSameKeyIsAUniqueViolation() {
        SQLException failure = failureOf(connection, "insert into customer values (2, 'ada@example.com', 36)");

        assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.UNIQUE_VIOLATION);
    }

    @Test
    void nullForeignKeyAndCheckAreBrokenIntegrity() {
        assertThat(SqlFault.of(failureOf(connection, "insert into customer values (2, null, 36)")))
                .isEqualTo(SqlFault.INTEGRITY_BROKEN);
        assertThat(SqlFault.of(failureOf(connection, "insert into purchase values (1, 77)")))
                .isEqualTo(SqlFault.INTEGRITY_BROKEN);
        assertThat(SqlFault.of(failureOf(connection, "insert into customer values (2, 'bob@example.com', 3)")))
                .isEqualTo(SqlFault.INTEGRITY_BROKEN);
    }

    @Test
    void deletingWhatOthersReferToIsBrokenIntegrity() throws SQLException {
        run(connection, "insert into purchase values (1, 1)");

        assertThat(SqlFault.of(failureOf(connection, "delete from customer"))).isEqualTo(SqlFault.INTEGRITY_BROKEN);
    }

    @Test
    void wrongSqlIsAMistake() {
        assertThat(SqlFault.of(failureOf(connection, "selct 1"))).isEqualTo(SqlFault.MISTAKE);
        assertThat(SqlFault.of(failureOf(connection, "select * from nowhere"))).isEqualTo(SqlFault.MISTAKE);
        assertThat(SqlFault.of(failureOf(connection, "select cast('x' as int)")))
                .isEqualTo(SqlFault.MISTAKE);
    }

    @Test
    void aRowLockedByAnotherSessionIsContention() throws SQLException {
        try (Connection other = Databases.again(NAME)) {
            other.setAutoCommit(false);
            run(other, "update customer set age = 40");

            assertThat(SqlFault.of(failureOf(connection, "update customer set age = 50")))
                    .isEqualTo(SqlFault.CONTENTION);
            other.rollback();
        }
    }

    @Test
    void aStatementOverItsTimeIsTooSlow() throws SQLException {
        run(connection, "set query_timeout 1");

        SQLException failure =
                failureOf(connection, "select count(*) from system_range(1, 1000000000) a where mod(a.x, 7) = 3");

        assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.TOO_SLOW);
    }

    @Test
    void aBatchIsWhatItsNextExceptionIs() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into customer values (?, ?, 20)")) {
            for (int id = 2; id < 4; id++) {
                insert.setInt(1, id);
                insert.setString(2, "ada@example.com");
                insert.addBatch();
            }
            SQLException failure = failureOf(insert::executeBatch);

            assertThat((Throwable) failure).isInstanceOf(BatchUpdateException.class);
            assertThat(CauseChain.of(failure).causes())
                    .anySatisfy(
                            link -> assertThat(SqlFault.of((SQLException) link)).isEqualTo(SqlFault.UNIQUE_VIOLATION));
        }
    }

    @Test
    void aClosedPortIsAnUnavailableDatabase() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        SQLException failure =
                failureOf(() -> DriverManager.getConnection("jdbc:h2:tcp://localhost:" + closed + "/mem:x")
                        .close());

        assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.UNAVAILABLE);
    }

    @Test
    void aWrongPasswordIsAMistake() throws SQLException {
        run(connection, "create user bob password 'right'");

        SQLException failure = failureOf(() -> DriverManager.getConnection("jdbc:h2:mem:" + NAME, "bob", "wrong")
                .close());

        assertThat(SqlFault.of(failure)).isEqualTo(SqlFault.MISTAKE);
    }

    @Test
    void aServerGoneBeforeTheStatementIsUnavailableAndBeforeTheCommitItIsUncertain() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:remote";
        Connection first = DriverManager.getConnection(url);
        Connection second = DriverManager.getConnection(url);
        first.setAutoCommit(false);
        second.setAutoCommit(false);
        run(first, "create table t (id int)");
        server.stop();

        assertThat(SqlFault.of(failureOf(second, "insert into t values (1)"))).isEqualTo(SqlFault.UNAVAILABLE);
        assertThat(SqlFault.of(failureOf(first::commit))).isEqualTo(SqlFault.OUTCOME_UNKNOWN);
    }
}
