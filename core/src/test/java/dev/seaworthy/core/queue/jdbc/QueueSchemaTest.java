// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueSchemaTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyDatabaseHasItsScript(Dialect dialect) {
        assertThat(QueueSchema.script(dialect)).contains("seaworthy_task", "seaworthy_gate", "seaworthy_gate_node");
    }

    @Test
    void missingTablesAreSaidInWords() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(Servers.h2Url());
            QueueSchema schema = new QueueSchema(ConnectionSource.of(pool));
            assertThatThrownBy(schema::validate)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "tables of the queue must be in the database, got 'Table \"SEAWORTHY_TASK\" not" + " found")
                    .hasMessageEndingWith("; run dev/seaworthy/core/queue/jdbc/queue-h2.sql from seaworthy-core in your"
                            + " migrations, or let the app create them");
            schema.create();
            schema.validate();
        }
    }
}
