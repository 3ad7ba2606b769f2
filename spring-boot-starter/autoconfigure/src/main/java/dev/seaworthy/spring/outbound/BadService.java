// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

/** The app must not start with such services; the message is the sentence that says why. */
public final class BadService extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /** What is wrong, and what to do about it. */
    public BadService(String sentence, String action) {
        super(sentence);
        this.action = action;
    }

    String action() {
        return action;
    }
}
