// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about errors.
 *
 * @param typeBase where the app documents its problem types, so that {@code type} becomes
 *     {@code <typeBase>/problems/<code>}; null for URNs
 * @param invalidStatus the status of {@link dev.seaworthy.core.error.FailureClass#INPUT_INVALID}: 400 or 422, whichever of the two a rule says
 */
public record ErrorSettings(@Nullable URI typeBase, int invalidStatus) {

    /** The status for invalid input unless chosen otherwise; unlike 400 it lets Tomcat keep the connection. */
    public static final int INVALID_STATUS = 422;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if {@code invalidStatus} is neither 400 nor 422, or {@code typeBase} is not absolute
     */
    public ErrorSettings {
        if (invalidStatus != 400 && invalidStatus != 422) {
            throw new IllegalArgumentException(
                    "seaworthy.error.invalid-status must be 400 or 422, got '" + invalidStatus + "'; write 422");
        }
        if (typeBase != null && !typeBase.isAbsolute()) {
            throw new IllegalArgumentException("seaworthy.error.type-base must be an absolute URI, got '" + typeBase
                    + "'; write for example https://api.example.com");
        }
    }

    /** URNs and 422. */
    public static ErrorSettings withDefaults() {
        return new ErrorSettings(null, INVALID_STATUS);
    }
}
