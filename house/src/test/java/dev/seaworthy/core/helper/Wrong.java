// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.helper;

/** Lives in a package that says nothing, without a package-info, and reads a clock. */
public final class Wrong {

    public long now() {
        return System.nanoTime();
    }
}
