// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import org.jspecify.annotations.Nullable;

/** Messages as careless code writes them: full of things that must not get out. */
final class Secrets {

    private Secrets() {}

    static String in(@Nullable String value) {
        return "SELECT token FROM secret WHERE id = '" + value + "' failed, see /home/app/secret.log";
    }
}
