// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import java.util.function.Function;

/** Turns what core says about a value into a sentence that begins with the property. */
final class Checked {

    private Checked() {}

    static <T, R> R value(String name, T value, Function<T, R> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    HeadersProperties.PREFIX + name + " is refused: " + wrong.getMessage(), wrong);
        }
    }
}
