// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers when which alert was last sent, the longest ago first. When a flood of subjects fills it, further subjects
 * of a code share one place, and beyond the last places everything shares one: what is new is still told, once.
 */
final class CoolDowns {

    private static final int SHARED_PLACES = 100;
    private static final String SHARED = "(others)";
    private static final Key LAST_PLACE = new Key(SHARED, SHARED);

    private final Map<Key, Long> sentAt = new LinkedHashMap<>();
    private final long coolDownNanos;
    private final int places;

    CoolDowns(long coolDownNanos, int places) {
        this.coolDownNanos = coolDownNanos;
        this.places = places;
    }

    private record Key(String code, String subject) {}

    /** Whether it may be sent now; a yes starts its cool-down. */
    synchronized boolean start(String code, String subject, long now) {
        forgetBefore(now);
        Key key = placeFor(code, subject);
        return sentAt.putIfAbsent(key, now) == null;
    }

    synchronized int size() {
        return sentAt.size();
    }

    private Key placeFor(String code, String subject) {
        Key own = new Key(code, subject);
        if (sentAt.containsKey(own) || sentAt.size() < places - SHARED_PLACES) {
            return own;
        }
        Key shared = new Key(code, SHARED);
        return sentAt.containsKey(shared) || sentAt.size() < places - 1 ? shared : LAST_PLACE;
    }

    private void forgetBefore(long now) {
        Iterator<Long> longestAgoFirst = sentAt.values().iterator();
        while (longestAgoFirst.hasNext() && now - longestAgoFirst.next() >= coolDownNanos) {
            longestAgoFirst.remove();
        }
    }
}
