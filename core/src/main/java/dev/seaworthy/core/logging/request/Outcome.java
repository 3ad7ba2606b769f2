// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.request;

import java.util.Locale;

/** How a request ended. */
public enum Outcome {
    /** With what the client wanted. */
    OK("success"),
    /** With a no to the client. */
    REFUSED("failure"),
    /** With a failure that is not the client's. */
    FAILED("failure"),
    /** Without the client, who had left. */
    ABORTED("unknown");

    private final String ecs;

    Outcome(String ecs) {
        this.ecs = ecs;
    }

    /** As {@code event.outcome}. */
    public String ecs() {
        return ecs;
    }

    /** As it stands in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
