// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import static dev.seaworthy.core.error.sql.Databases.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintNamesTest {

    private static final ConstraintNames NAMES =
            new ConstraintNames(Map.of("customer_email_key", "/email", "CUSTOMER_PHONE_KEY", "/phone"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            org.postgresql.X    | ERROR: duplicate key value violates unique constraint "customer_email_key"
            org.postgresql.X    | FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint „customer_email_key“
            org.postgresql.X    | ОШИБКА: повторяющееся значение ключа нарушает ограничение уникальности «customer_email_key»
            com.mysql.cj.X      | Duplicate entry 'ada@example.com' for key 'customer.customer_email_key'
            com.mysql.cj.X      | Duplicate entry 'x' for key 'customer_phone_key' y' for key 'customer_email_key'
            org.mariadb.jdbc.X  | (conn=12) Duplicate entry 'ada@example.com' for key 'customer_email_key'
            com.microsoft.sqlserver.jdbc.X | Violation of UNIQUE KEY constraint 'customer_email_key'. Cannot insert duplicate key in object 'dbo.customer'. The duplicate key value is ('customer_phone_key').
            com.microsoft.sqlserver.jdbc.X | Cannot insert duplicate key row in object 'dbo.customer' with unique index 'customer_email_key'. The duplicate key value is (x).
            oracle.jdbc.X       | ORA-00001: unique constraint (SHOP.CUSTOMER_EMAIL_KEY) violated
            com.example.Pool    | duplicate key value violates unique constraint "customer_email_key"
            """)
    void theNameStandsWhereTheDriverPutsIt(String thrower, String message) {
        assertThat(NAMES.pointer(thrownBy(thrower, message))).isEqualTo("/email");
    }

    @Test
    void aNameInTheValueIsNotTaken() {
        String injected = "ERROR: duplicate key value violates unique constraint \"other_key\"\n"
                + "  Detail: Key (note)=(\"customer_email_key\") already exists.";

        assertThat(NAMES.pointer(thrownBy("org.postgresql.X", injected))).isNull();
    }

    @Test
    void aRealMessageOfH2IsUnderstood() throws SQLException {
        try (Connection connection = Databases.open("names")) {
            SQLException failure = failureOf(connection, "insert into customer values (2, 'ada@example.com', 36)");

            assertThat(NAMES.pointer(failure)).isEqualTo("/email");
        }
    }

    @Test
    void theSchemaMayBeWrittenAndLeftOut() {
        ConstraintNames qualified = new ConstraintNames(Map.of("shop.customer_email_key", "/email"));
        SQLException failure =
                thrownBy("oracle.jdbc.X", "ORA-00001: unique constraint (SHOP.CUSTOMER_EMAIL_KEY) violated");

        assertThat(qualified.pointer(failure)).isEqualTo("/email");
        assertThat(NAMES.pointer(failure)).isEqualTo("/email");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "''", "no name at all", "an \"open quote", "\"other\" \"customer_email_key\""})
    void withoutAKnownNameThereIsNoPointer(String message) {
        assertThat(NAMES.pointer(thrownBy("org.postgresql.X", message))).isNull();
    }

    @Test
    void aHugeMessageIsNotReadToItsEnd() {
        String huge = "x".repeat(5_000_000) + " \"customer_email_key\"";

        assertThat(NAMES.pointer(thrownBy("org.postgresql.X", huge))).isNull();
        assertThat(NAMES.pointer(thrownBy("com.mysql.cj.X", huge))).isNull();
    }

    private static SQLException thrownBy(String className, String message) {
        SQLException failure = new SQLException(message, "23000", 1062);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, "f", "X.java", 1)});
        return failure;
    }
}
