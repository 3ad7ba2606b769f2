// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import java.io.IOException;
import java.time.Duration;

/**
 * A body is not read any further. Thrown where the app reads it, so that frameworks take it for what they know: input that
 * cannot be read. {@link #RULE} recognises it in their exceptions.
 */
public final class BodyRefusedException extends IOException {

    /** Says what it is, wherever it ends up among the causes of a failure. */
    public static final FailureRule RULE =
            FailureRule.on(BodyRefusedException.class, BodyRefusedException::classification);

    private static final long serialVersionUID = 1L;

    private static final Classification TOO_LARGE =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(413).withCode("CONTENT_TOO_LARGE");
    private static final Classification TOO_SLOW =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(408).withCode("REQUEST_TIMEOUT");
    private static final Classification TOO_MANY = Classification.of(FailureClass.LOCALLY_REFUSED)
            .withCode("TOO_MANY_BODIES")
            .withRetryAfter(Duration.ofSeconds(1));

    private final transient Classification classification;

    private BodyRefusedException(Classification classification, String message) {
        super(message);
        this.classification = classification;
    }

    /** What the client is told. */
    public Classification classification() {
        return classification;
    }

    /** The body is longer than it may be. */
    public static BodyRefusedException tooLarge(long max) {
        return new BodyRefusedException(TOO_LARGE, "body is longer than " + max + " bytes");
    }

    static BodyRefusedException tooSlow(long minRate) {
        return new BodyRefusedException(TOO_SLOW, "body comes slower than " + minRate + " bytes per second");
    }

    static BodyRefusedException tooMany(int readers) {
        return new BodyRefusedException(TOO_MANY, readers + " requests wait for their bodies already");
    }
}
