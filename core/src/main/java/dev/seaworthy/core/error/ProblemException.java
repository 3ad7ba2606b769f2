// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure that already knows what it is. Throw it where the app itself detects that it must refuse; the message is for
 * the log, the classification for the client. Carries a stack trace only with a cause, or when it is a bug.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Classification classification;

    /** A refusal without a deeper cause. */
    public ProblemException(Classification classification, String message) {
        this(classification, message, null);
    }

    /** A failure with its cause. */
    public ProblemException(Classification classification, String message, @Nullable Throwable cause) {
        super(message, cause, true, cause != null || classification.failureClass() == FailureClass.BUG);
        this.classification = classification;
    }

    /** What it is. */
    public Classification classification() {
        return classification;
    }
}
