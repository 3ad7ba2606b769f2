// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import static org.assertj.core.api.Assertions.fail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real database to be refused by. */
public final class Databases {

    private Databases() {}

    /** An empty one with a customer and an order table, gone when closed. */
    public static Connection open(String name) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + name + ";LOCK_TIMEOUT=20");
        run(connection, """
                create table customer (
                    id int primary key,
                    email varchar(100) not null,
                    age int,
                    constraint customer_email_key unique (email),
                    constraint customer_age_check check (age >= 18))
                """);
        run(connection, "create table purchase (id int primary key, customer int references customer (id))");
        run(connection, "insert into customer values (1, 'ada@example.com', 36)");
        return connection;
    }

    /** Another session of the same database. */
    public static Connection again(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + name + ";LOCK_TIMEOUT=20");
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static SQLException failureOf(Connection connection, String sql) {
        return failureOf(() -> run(connection, sql));
    }

    public static SQLException failureOf(Work work) {
        try {
            work.run();
        } catch (SQLException expected) {
            return expected;
        }
        return fail("the database refused nothing");
    }

    /** Whatever talks to a database. */
    public interface Work {

        void run() throws SQLException;
    }
}
