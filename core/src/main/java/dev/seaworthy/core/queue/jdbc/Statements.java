// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import java.util.Collections;

/** The SQL of the entries, the same for all databases but for the clock. */
final class Statements {

    static final String TABLE = "seaworthy_task";

    private static final String COLUMNS = "id, queue, kind, kind_version, payload, context, task_key, principal, state,"
            + " run_at, give_up_at, attempts, deliveries, snoozes, fence, reason, outcome, finished_at";

    final String now;
    final String insert;
    final String byKey;
    final String byId;
    final String settle;
    final String renew;
    final String redrive;
    final String depth;

    Statements(Dialect dialect) {
        now = dialect.now();
        insert = "insert into " + TABLE
                + " (id, queue, kind, kind_version, payload, context, task_key, principal, state,"
                + " run_at, give_up_at, deliveries, fence, lease_owner, lease_until, created_at) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, " + now + ", " + now + " + ?, ?, ?, ?, " + now + " + ?, " + now + ")"
                + dialect.unlessKnown();
        byKey = select("kind = ? and task_key = ?") + dialect.lockedRead();
        byId = select("id = ?");
        settle = "update " + TABLE + " set state = ?, run_at = " + now + " + ?, attempts = attempts + ?,"
                + " deliveries = deliveries + ?, snoozes = snoozes + ?, reason = ?, outcome = ?, lease_owner = null,"
                + " lease_until = null, finished_at = case when ? = 1 then " + now + " else null end"
                + " where id = ? and fence = ? and state in (0, 1)";
        renew = "update " + TABLE + " set lease_until = " + now + " + ?"
                + " where id = ? and lease_owner = ? and state = 1";
        redrive =
                "update " + TABLE + " set state = 0, run_at = " + now + ", give_up_at = " + now + " + ?, attempts = 0,"
                        + " deliveries = 0, snoozes = 0, fence = fence + 1, finished_at = null where id = ? and state in (4, 5)";
        depth = "select queue, state, count(*), " + now + " - min(run_at) from " + TABLE
                + " where state in (0, 1, 4, 5) group by queue, state";
    }

    String select(String where) {
        return select(TABLE, where);
    }

    String select(String from, String where) {
        return "select " + COLUMNS + ", " + now + " as read_at from " + from + " where " + where;
    }

    String columns() {
        return COLUMNS + ", " + now + " as read_at";
    }

    /** So many known kinds as parameters. */
    static String kinds(int count) {
        return "(" + String.join(" or ", Collections.nCopies(count, "kind = ? and kind_version <= ?")) + ")";
    }

    String rescue(int kinds) {
        return "update " + TABLE + " set state = 0, run_at = " + now + ", lease_owner = null, lease_until = null"
                + " where state = 1 and lease_until < " + now + " and " + kinds(kinds);
    }

    String overdue(int kinds) {
        return select("state = 0 and give_up_at <= " + now + " and " + kinds(kinds)) + " order by run_at limit ?";
    }

    String old(int kinds) {
        return "select id from " + TABLE + " where state in (2, 3) and finished_at < " + now + " - ? and "
                + kinds(kinds) + " limit ?";
    }
}
