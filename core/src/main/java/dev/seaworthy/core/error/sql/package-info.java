// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what a database says, without Spring: {@link dev.seaworthy.core.error.sql.SqlFault} from SQL states and vendor
 * codes of PostgreSQL, MySQL, MariaDB, SQL Server, Oracle and H2, and {@link
 * dev.seaworthy.core.error.sql.ConstraintNames} from the drivers' messages.
 */
@NullMarked
package dev.seaworthy.core.error.sql;

import org.jspecify.annotations.NullMarked;
