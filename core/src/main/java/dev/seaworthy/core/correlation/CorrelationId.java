// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which request this is, across threads, hops, and hours in a queue. Only harmless characters can be in it, so it may
 * stand in headers, logs and bodies as it is.
 *
 * @param value 8 to 64 of {@code A-Z a-z 0-9 . _ ~ -}
 */
public record CorrelationId(String value) {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._~-]{8,64}");

    /**
     * Wraps a value known to be harmless.
     *
     * @throws IllegalArgumentException if it is not; the message does not repeat it
     */
    public CorrelationId {
        if (!HARMLESS.matcher(value).matches()) {
            throw new IllegalArgumentException("correlation id must be 8 to 64 letters, digits or . _ ~ -, got another "
                    + value.length() + " characters; use parse to refuse such values quietly");
        }
    }

    /** Reads what somebody sent; empty when it is null or not harmless. */
    public static Optional<CorrelationId> parse(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches()
                ? Optional.of(new CorrelationId(sent))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
