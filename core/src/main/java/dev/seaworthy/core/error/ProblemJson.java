// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

final class ProblemJson {

    private ProblemJson() {}

    static String write(Problem problem) {
        throw new UnsupportedOperationException("written by room error");
    }
}
