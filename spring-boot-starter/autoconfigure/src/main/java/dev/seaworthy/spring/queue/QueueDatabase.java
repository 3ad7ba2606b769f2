// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.jdbc.ConnectionSource;
import dev.seaworthy.core.queue.jdbc.Durability;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.jdbc.QueueSchema;
import dev.seaworthy.spring.queue.QueueProperties.Schema;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;

/** Finds the database, and makes it ready. */
record QueueDatabase(QueueProperties properties) {

    /** The one that holds the queue. */
    DataSource choose(ListableBeanFactory beans) {
        Map<String, DataSource> all = beans.getBeansOfType(DataSource.class);
        String wanted = properties.dataSource();
        if (wanted != null) {
            DataSource named = all.get(wanted);
            if (named == null) {
                throw new IllegalArgumentException(
                        "seaworthy.queue.data-source must be the name of a DataSource bean, got '" + wanted
                                + "'; there are " + new TreeSet<>(all.keySet()));
            }
            return named;
        }
        if (all.size() > 1) {
            throw new IllegalStateException("seaworthy.queue.data-source must say which DataSource holds the queue, got"
                    + " several: " + new TreeSet<>(all.keySet())
                    + "; write the one whose transactions enqueue should join");
        }
        return all.values().iterator().next();
    }

    /** A store in it, with its tables there. */
    JdbcTaskStore open(DataSource dataSource) {
        ConnectionSource connections = new SpringConnections(dataSource);
        JdbcTaskStore store = new JdbcTaskStore(connections);
        QueueSchema tables = new QueueSchema(connections);
        Schema schema = properties.schema();
        if (schema == Schema.CREATE || schema == null && store.dialect().isEmbedded()) {
            tables.create();
        }
        if (schema != Schema.NONE) {
            tables.validate();
        }
        if (properties.fixDurability()) {
            new Durability(connections).repair();
        }
        return store;
    }
}
