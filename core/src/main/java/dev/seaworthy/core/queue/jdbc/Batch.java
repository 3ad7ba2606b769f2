// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Applies a statement to each id that a query finds. */
record Batch(PreparedStatement statement) {

    int each(PreparedStatement query) throws SQLException {
        int count = 0;
        try (ResultSet ids = query.executeQuery()) {
            while (ids.next()) {
                statement.setString(1, ids.getString(1));
                statement.addBatch();
                count++;
            }
        }
        if (count > 0) {
            statement.executeBatch();
        }
        return count;
    }
}
