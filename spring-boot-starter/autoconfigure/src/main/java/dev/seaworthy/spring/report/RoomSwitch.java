// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may change in a room while the app runs: a bean of it is reached by {@code POST
 * /actuator/seaworthy/{room}/{subject}} with {@code {"mode":"..."}}, exposed and secured as the app does with its
 * actuator. Thread-safe.
 */
public interface RoomSwitch {

    /** The room's name, as in {@code seaworthy.<room>}. */
    String room();

    /** What may be written as {@code mode}, in lower case with dashes. */
    Set<String> modes();

    /**
     * Changes it.
     *
     * @param subject whose mode it is: a service, for example; anything a caller sent
     * @param mode one of {@link #modes()}
     * @return what became of it, in a word or two; null if there is no such subject
     */
    @Nullable
    String change(String subject, String mode);
}
