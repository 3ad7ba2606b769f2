// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import dev.seaworthy.core.queue.store.TaskState;
import dev.seaworthy.core.queue.store.TaskStore.Depth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up counts by queue and state. */
final class Depths {

    private static final Depth NOTHING = new Depth(0, 0, 0, Duration.ZERO);

    private final Map<String, Depth> byQueue = new LinkedHashMap<>();

    Map<String, Depth> read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            String queue = rows.getString(1);
            Depth sum = byQueue.getOrDefault(queue, NOTHING);
            byQueue.put(queue, plus(sum, TaskState.of(rows.getInt(2)), rows.getLong(3), rows.getLong(4)));
        }
        return byQueue;
    }

    private static Depth plus(Depth sum, TaskState state, long count, long oldestMillis) {
        return switch (state) {
            case READY -> new Depth(count, sum.running(), sum.dead(), Duration.ofMillis(Math.max(0, oldestMillis)));
            case RUNNING -> new Depth(sum.ready(), count, sum.dead(), sum.oldest());
            default -> new Depth(sum.ready(), sum.running(), sum.dead() + count, sum.oldest());
        };
    }
}
