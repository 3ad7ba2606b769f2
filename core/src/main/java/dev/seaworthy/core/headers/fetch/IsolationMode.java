// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.fetch;

/** What happens to requests that another site makes. */
public enum IsolationMode {
    /** Nobody looks. */
    OFF,
    /** They are counted and pass. */
    REPORT,
    /** They are refused with 403. */
    ENFORCE
}
