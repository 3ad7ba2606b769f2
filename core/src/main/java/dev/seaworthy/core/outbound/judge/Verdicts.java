// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.judge;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;

/** What the door itself finds, without asking a rule. */
public final class Verdicts {

    /** The attempt had its time, and the service did not answer in it. */
    public static final Classification TIMED_OUT =
            Classification.of(FailureClass.NO_CERTAIN_ANSWER).withStatus(504).withCode("UPSTREAM_TIMEOUT");

    /** There was too little time for anybody to answer in. */
    public static final Classification DEADLINE_EXCEEDED =
            Classification.of(FailureClass.TOO_SLOW).withStatus(504).withCode("DEADLINE_EXCEEDED");

    /** The caller's thread was interrupted: this app is about to stop, or has called the work off. */
    public static final Classification CALLED_OFF = Classification.of(FailureClass.LOCALLY_REFUSED);

    private Verdicts() {}
}
