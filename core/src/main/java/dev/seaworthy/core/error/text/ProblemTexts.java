// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the words come from. Keys are:
 *
 * <ul>
 *   <li>{@code problem.<CODE>.title} and, where there is more to say, {@code problem.<CODE>.detail}
 *   <li>{@code field.<CODE>} for a refused value; <code>{min}</code> stands for the parameter {@code min}
 *   <li>{@code class.<FAILURE_CLASS>.title} for codes without a title
 * </ul>
 *
 * Implementations are thread-safe; one that throws is passed over, and its failure logged once.
 */
@FunctionalInterface
public interface ProblemTexts {

    /**
     * Looks a text up.
     *
     * @param wanted the language that the client prefers
     * @return the text in the nearest language there is; null if the key is unknown in all of them
     */
    @Nullable
    LocalizedText find(String key, Locale wanted);

    /** These texts, and those of {@code others} for the keys unknown here. */
    default ProblemTexts orElse(ProblemTexts others) {
        return (key, wanted) -> {
            LocalizedText own = find(key, wanted);
            return own != null ? own : others.find(key, wanted);
        };
    }
}
