// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

/** Refuses numbers that cannot be meant. */
final class Amounts {

    private Amounts() {}

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException("seaworthy.validation." + name + " must be " + least + " or more, got '"
                    + value + "'; write for example " + Math.max(least, 1) * 100);
        }
    }
}
