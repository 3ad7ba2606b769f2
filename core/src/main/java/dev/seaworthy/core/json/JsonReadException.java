// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import org.jspecify.annotations.Nullable;

/** Text that is not the JSON it should be. The message holds nothing of the text. */
public final class JsonReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonFault fault;

    /** Tells what is wrong; {@code cause} is what the JSON library threw, null where none was asked. */
    public JsonReadException(JsonFault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What is wrong. */
    public JsonFault fault() {
        return fault;
    }
}
