// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vendors' own error numbers, where they say more than the SQL state. */
final class VendorCodes {

    /** MySQL and MariaDB. */
    static final Map<Integer, SqlFault> MYSQL = table(Map.of(
            // ER_DUP_KEY, ER_DUP_ENTRY, ER_DUP_UNIQUE, ER_DUP_ENTRY_WITH_KEY_NAME
            SqlFault.UNIQUE_VIOLATION, List.of(1022, 1062, 1169, 1586),
            // null, no default, foreign keys, checks (4025 is MariaDB's)
            SqlFault.INTEGRITY_BROKEN, List.of(1048, 1364, 1216, 1217, 1451, 1452, 1557, 1761, 1762, 3819, 4025),
            // lock wait, deadlock, XA deadlock, user lock deadlock, NOWAIT
            SqlFault.CONTENTION, List.of(1205, 1213, 1614, 3058, 3572),
            // too many connections, users' limits, shutdown, killed, read-only after a failover
            SqlFault.UNAVAILABLE, List.of(1040, 1203, 1226, 1053, 1927, 1290, 1836, 2002, 2003, 2006, 2013),
            // interrupted, max_execution_time, max_statement_time
            SqlFault.TOO_SLOW, List.of(1317, 3024, 1969),
            // access denied, unknown database, and a packet too large for the server (which says 08S01)
            SqlFault.MISTAKE, List.of(1044, 1045, 1049, 1153)));

    static final Map<Integer, SqlFault> SQL_SERVER = table(Map.of(
            SqlFault.UNIQUE_VIOLATION, List.of(2601, 2627),
            SqlFault.INTEGRITY_BROKEN, List.of(515, 547),
            // deadlock, lock timeout, snapshot conflicts
            SqlFault.CONTENTION, List.of(1205, 1222, 3960, 3961, 41302, 41305, 41325),
            // shutdown, paused, read-only, transport, and the cloud's throttling and reconfiguration
            SqlFault.UNAVAILABLE,
                    List.of(
                            6005, 17142, 3906, 233, 10053, 10054, 10060, 10928, 10929, 40197, 40501, 40613, 49918,
                            49919, 49920),
            SqlFault.MISTAKE, List.of(4060, 18456)));

    static final Map<Integer, SqlFault> ORACLE = table(Map.of(
            SqlFault.UNIQUE_VIOLATION, List.of(1),
            SqlFault.INTEGRITY_BROKEN, List.of(1400, 1407, 2290, 2291, 2292),
            // NOWAIT, deadlock, serialization, lock wait
            SqlFault.CONTENTION, List.of(54, 60, 8177, 30006),
            // no more sessions or processes, killed, starting, stopping, gone, listener
            SqlFault.UNAVAILABLE,
                    List.of(
                            18, 20, 28, 1033, 1034, 1089, 1092, 3113, 3114, 3135, 12514, 12516, 12518, 12519, 12520,
                            12528, 12541, 17002, 17008, 17410),
            SqlFault.TOO_SLOW, List.of(1013),
            SqlFault.OUTCOME_UNKNOWN, List.of(25402, 25408),
            SqlFault.MISTAKE, List.of(1017, 12505, 28000)));

    static final Map<Integer, SqlFault> H2 = table(Map.of(
            SqlFault.UNIQUE_VIOLATION, List.of(23505),
            // null, child rows, parent missing, check, check invalid, domain
            SqlFault.INTEGRITY_BROKEN, List.of(23502, 23503, 23506, 23507, 23513, 23514),
            // deadlock, lock timeout (state HYT00), concurrent update
            SqlFault.CONTENTION, List.of(40001, 50200, 90131),
            // locked by another process, I/O, broken, read-only, closed, shutting down, exclusive
            SqlFault.UNAVAILABLE, List.of(90020, 90028, 90031, 90067, 90097, 90098, 90121, 90135),
            SqlFault.TOO_SLOW, List.of(57014),
            // wrong user, corrupted file, no such database
            SqlFault.MISTAKE, List.of(28000, 90013, 90030, 90146, 90149)));

    /** For exceptions of which nobody knows the vendor, under state 23000: there each is one vendor's. 301 is SAP HANA's. */
    static final Map<Integer, SqlFault> ANY_INTEGRITY = table(Map.of(
            SqlFault.UNIQUE_VIOLATION, List.of(1, 301, 1062, 1586, 2601, 2627),
            SqlFault.INTEGRITY_BROKEN,
                    List.of(515, 547, 1048, 1364, 1400, 1407, 1451, 1452, 2290, 2291, 2292, 3819, 4025)));

    /** For such exceptions under states that say nothing: MySQL and SQL Server mean the same by the first. */
    static final Map<Integer, SqlFault> ANY_CONTENTION = table(Map.of(SqlFault.CONTENTION, List.of(1205, 1213)));

    private VendorCodes() {}

    private static Map<Integer, SqlFault> table(Map<SqlFault, List<Integer>> byFault) {
        Map<Integer, SqlFault> table = new HashMap<>();
        byFault.forEach((fault, codes) -> codes.forEach(code -> table.put(code, fault)));
        return Map.copyOf(table);
    }
}
