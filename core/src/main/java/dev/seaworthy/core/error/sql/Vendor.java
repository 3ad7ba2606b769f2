// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose driver it is, and so what the numbers in its exceptions mean. */
enum Vendor {
    POSTGRESQL(Map.of(), "org.postgresql.", "com.impossibl.postgres."),
    MYSQL(VendorCodes.MYSQL, "com.mysql.", "org.mariadb."),
    SQL_SERVER(VendorCodes.SQL_SERVER, "com.microsoft.sqlserver.", "net.sourceforge.jtds."),
    ORACLE(VendorCodes.ORACLE, "oracle.jdbc.", "oracle.net.", "oracle.ucp."),
    H2(VendorCodes.H2, "org.h2."),
    UNKNOWN(Map.of());

    /** The state under which several databases hide which constraint it was. */
    private static final String INTEGRITY = "23000";

    /** States under which drivers hide everything that has no state of its own. */
    private static final Set<String> VAGUE = Set.of("HY000", "S0001", "41000");

    private static final int MAX_FRAMES = 24;

    private final Map<Integer, SqlFault> codes;
    private final List<String> packages;

    Vendor(Map<Integer, SqlFault> codes, String... packages) {
        this.codes = codes;
        this.packages = List.of(packages);
    }

    /** By the exception's package; several drivers throw the JDK's own exceptions, then by who threw it. */
    static Vendor of(SQLException failure) {
        Vendor own = owner(failure.getClass().getName());
        if (own != UNKNOWN) {
            return own;
        }
        return Arrays.stream(failure.getStackTrace())
                .limit(MAX_FRAMES)
                .map(frame -> owner(frame.getClassName()))
                .filter(Predicate.not(UNKNOWN::equals))
                .findFirst()
                .orElse(UNKNOWN);
    }

    @Nullable
    SqlFault fault(@Nullable String state, int code) {
        if (this == UNKNOWN) {
            return copied(state, code);
        }
        return codes.get(code);
    }

    // By a pool or a proxy: a number alone means nothing, only some do under some states.
    private static @Nullable SqlFault copied(@Nullable String state, int code) {
        if (INTEGRITY.equals(state)) {
            return VendorCodes.ANY_INTEGRITY.get(code);
        }
        return state != null && VAGUE.contains(state) ? VendorCodes.ANY_CONTENTION.get(code) : null;
    }

    private static Vendor owner(String className) {
        for (Vendor vendor : values()) {
            if (vendor.packages.stream().anyMatch(className::startsWith)) {
                return vendor;
            }
        }
        return UNKNOWN;
    }
}
