// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

/**
 * A header and its value, checked. Immutable.
 *
 * @param name as it is sent
 * @param value as it is sent
 */
public record SecurityHeader(String name, String value) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException naming the header, quoting the value and saying what to write, if no header carries
     *     it or browsers do not know it
     */
    public SecurityHeader {
        HeaderChecks.check(name, value);
    }
}
