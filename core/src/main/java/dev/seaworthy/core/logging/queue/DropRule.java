// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.queue;

import ch.qos.logback.classic.Level;

/**
 * What is dropped when events come faster than they can be written: the fuller the queue, the more a level must weigh.
 * TRACE and DEBUG have half of it, INFO four fifths, WARN and ERROR all.
 */
final class DropRule {

    private final int forDebug;
    private final int forInfo;
    private final int forAll;

    DropRule(int capacity) {
        forDebug = capacity / 2;
        forInfo = capacity / 5 * 4;
        forAll = capacity;
    }

    boolean admits(Level level, int waiting) {
        int room =
                level.isGreaterOrEqual(Level.WARN) ? forAll : level.isGreaterOrEqual(Level.INFO) ? forInfo : forDebug;
        return waiting < room;
    }
}
