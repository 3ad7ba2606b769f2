// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import java.util.function.BiConsumer;

/** Lets another room add headers where a container answers without a servlet response. Thread-safe, must not throw. */
@FunctionalInterface
public interface LastResortHeaders {

    /** Nothing. */
    LastResortHeaders NONE = (secure, contentType, sink) -> {};

    /**
     * Hands headers over.
     *
     * @param secure whether the request came over https
     * @param contentType of the answer
     * @param sink takes name and value
     */
    void add(boolean secure, String contentType, BiConsumer<String, String> sink);
}
