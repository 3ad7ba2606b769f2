// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.store.StoreException;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the queue says about itself: where it lives, what waits, and what looks wrong. */
record QueueReporter(QueueProperties properties, TaskStore store, TaskQueue queue, Supplier<List<Finding>> durability)
        implements Reporter {

    private static final String IN_MEMORY =
            "the queue lives in memory: a restart loses every call in it; give the app a"
                    + " DataSource (PostgreSQL, MySQL, MariaDB, H2, HSQLDB)";

    @Override
    public RoomReport report() {
        Map<String, String> shown = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        if (store instanceof JdbcTaskStore jdbc) {
            shown.put("store", jdbc.dialect().name());
            findings.addAll(durability.get());
        } else {
            shown.put("store", store.getClass().getSimpleName());
            findings.add(Finding.warn(IN_MEMORY));
        }
        shown.put("queues", String.join(", ", queue.office().queues()));
        shown.put("threads", String.valueOf(properties.threads()));
        shown.put("lease", properties.lease().toString());
        shown.put("receipts.path", properties.receipts().path());
        try {
            queue.office()
                    .depth()
                    .forEach((name, depth) -> shown.put(
                            name,
                            depth.ready() + " waiting, " + depth.running() + " running, " + depth.dead() + " dead"));
        } catch (StoreException unreachable) {
            findings.add(Finding.warn("the queue's database does not answer; nothing is lost, nothing is carried out"));
        }
        queue.office().closed().forEach((name, left) -> shown.put(name + ".closed-for", left.toSeconds() + "s"));
        return new RoomReport("queue", true, shown, findings);
    }
}
