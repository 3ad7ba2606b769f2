// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.http;

/** Names of the headers that doors send and services read. */
public final class OutboundHeaders {

    /** How many milliseconds the receiver has to answer, a decimal integer. Relative, because clocks differ. */
    public static final String REMAINING = "X-Request-Timeout-Ms";

    /** Which attempt of the same call it is, a decimal integer; sent from the second on. */
    public static final String ATTEMPT = "X-Request-Attempt";

    /** The key under which a service recognises a repetition, unless the door is told another name. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private OutboundHeaders() {}
}
