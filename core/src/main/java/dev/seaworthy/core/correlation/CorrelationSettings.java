// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import dev.seaworthy.core.client.Networks;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where correlation ids come from and go to, and whose traces are continued.
 *
 * @param acceptedHeaders request headers that may bring the id, the first one that matches wins; empty accepts none;
 *     at most {@value #MAX_ACCEPTED_HEADERS}
 * @param responseHeader the response header that echoes the id, and the request header that sends it on
 * @param trustedNetworks callers whose trace is continued; all others' is restarted and only linked
 */
public record CorrelationSettings(List<String> acceptedHeaders, String responseHeader, Networks trustedNetworks) {

    /** More headers than this are never searched. */
    public static final int MAX_ACCEPTED_HEADERS = 8;

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one is no HTTP field name, or there are too many
     */
    public CorrelationSettings {
        acceptedHeaders = List.copyOf(acceptedHeaders);
        if (acceptedHeaders.size() > MAX_ACCEPTED_HEADERS) {
            throw new IllegalArgumentException("correlation accepted headers are too many, got '"
                    + acceptedHeaders.size() + "'; name at most " + MAX_ACCEPTED_HEADERS);
        }
        acceptedHeaders.forEach(name -> check("accepted header", name));
        check("response header", responseHeader);
    }

    /** The settings that fit most apps. */
    public static CorrelationSettings withDefaults() {
        return new CorrelationSettings(
                List.of(Correlation.HEADER, "X-Request-Id"), Correlation.HEADER, Networks.none());
    }

    private static void check(String what, String name) {
        if (!FIELD_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("correlation " + what + " must be an HTTP field name, got '" + name
                    + "'; write up to 64 letters, digits or -, such as X-Correlation-Id");
        }
    }
}
