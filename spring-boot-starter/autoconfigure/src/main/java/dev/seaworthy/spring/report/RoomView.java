// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import org.jspecify.annotations.Nullable;

/**
 * What a person may look at in a room beside its report: a bean of it is reached by {@code GET
 * /actuator/seaworthy/{room}/{subject}}. Thread-safe.
 */
public interface RoomView {

    /** The room's name, as in {@code seaworthy.<room>}. */
    String room();

    /**
     * Looks.
     *
     * @param subject anything a caller sent
     * @return plain data; null if there is no such subject
     */
    @Nullable
    Object look(String subject);
}
