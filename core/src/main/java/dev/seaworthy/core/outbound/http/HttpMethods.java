// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.http;

import dev.seaworthy.core.outbound.attempt.CallPlan;
import java.util.Locale;
import java.util.Set;

/**
 * What HTTP says of methods.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2">RFC 9110, section 9.2.2</a>
 */
public final class HttpMethods {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    private HttpMethods() {}

    /** Whether doing it twice is doing it once. Case is ignored. */
    public static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method.toUpperCase(Locale.ROOT));
    }

    /** The plan for a call with this method. */
    public static CallPlan plan(String method) {
        return isIdempotent(method) ? CallPlan.repeatable() : CallPlan.once();
    }
}
