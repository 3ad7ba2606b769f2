// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import java.util.Optional;

/**
 * The app's own JSON library, seen through a narrow door. Adapters for Jackson 2 and 3 fill it, so that no Jackson type
 * appears in code that both Boot lines share. Implementations are thread-safe.
 */
public interface JsonCodec {

    /**
     * The name under which a bean property travels in JSON, renaming annotations and naming strategies applied.
     *
     * @return the JSON name; {@code property} itself where the library does not rename it or does not know the type
     */
    String propertyName(Class<?> owner, String property);

    /**
     * What was wrong with the client's JSON, if this very throwable (its causes are not looked at) says so. A failure to
     * <em>write</em> JSON, or a broken mapping of ours, is not a fault of the client and answers empty.
     */
    Optional<JsonFault> fault(Throwable failure);
}
