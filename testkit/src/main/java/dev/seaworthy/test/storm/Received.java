// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import java.util.List;
import java.util.Map;

/**
 * A request that a {@link StormyService} has read. Immutable.
 *
 * @param method the method
 * @param target path and query, as sent
 * @param headers all values of each header, by name, whatever its case
 * @param body the body, read as UTF-8
 */
public record Received(String method, String target, Map<String, List<String>> headers, String body) {

    /** The first value of a header; the empty string where there is none. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
