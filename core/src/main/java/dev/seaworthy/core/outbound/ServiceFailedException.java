// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import dev.seaworthy.core.error.ProblemException;

/**
 * A {@link Failed} call as an exception. The error desk knows what to answer; it has a stack trace only where the call had
 * thrown something, or where our own code is to blame.
 */
public class ServiceFailedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient Failed<?> failed;

    /** Wraps it. */
    public ServiceFailedException(Failed<?> failed) {
        super(
                failed.classification(),
                "service '" + failed.service() + "' failed with "
                        + failed.classification().code() + " after " + failed.attempts()
                        + (failed.attempts() == 1 ? " attempt" : " attempts"),
                failed.cause());
        this.failed = failed;
    }

    /** What became of the call. */
    public Failed<?> failed() {
        return failed;
    }
}
