// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.jdbc.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Connections of a data source whose transactions Spring manages: JDBC's, JPA's, or any that tells Spring of its own. */
final class SpringConnections implements ConnectionSource {

    private final DataSource dataSource;

    SpringConnections(DataSource dataSource) {
        DataSource target =
                dataSource instanceof TransactionAwareDataSourceProxy proxy ? proxy.getTargetDataSource() : null;
        this.dataSource = target == null ? dataSource : target;
    }

    @Override
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public @Nullable Connection joined() {
        if (!inTransaction() || !TransactionSynchronizationManager.hasResource(dataSource)) {
            return null;
        }
        // The transaction's own: the count goes up and down again, the connection stays where it is.
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return DataSourceUtils.isConnectionTransactional(connection, dataSource) ? connection : null;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
