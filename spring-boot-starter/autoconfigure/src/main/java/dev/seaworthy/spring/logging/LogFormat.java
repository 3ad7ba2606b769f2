// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

/** Who the log is for. */
enum LogFormat {
    /** People who develop. */
    CONSOLE,
    /** Machines that collect. */
    JSON,
    /** Whoever is likely there. */
    AUTO
}
