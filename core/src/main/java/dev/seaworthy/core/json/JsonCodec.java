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

    /**
     * The value as JSON, as the app itself would write it.
     *
     * @throws IllegalArgumentException if the type cannot be written
     */
    String write(Object value);

    /**
     * The value that the text holds. The whole text: what follows the value is a fault. With {@code Object.class} the
     * answer is plain data: maps, lists, strings, numbers, booleans.
     *
     * @return never null; the JSON {@code null} is a fault of kind {@link JsonFault.Kind#MISSING_VALUE}
     * @throws JsonReadException if the text exceeds the limits, is not JSON, or does not fit the type
     * @throws IllegalArgumentException if nothing can be read into the type, whatever the text
     */
    <T> T read(String json, Class<T> type, JsonLimits limits);
}
