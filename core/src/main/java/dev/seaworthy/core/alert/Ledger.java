// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which alert was told when, those raised the longest ago first, and decides what is told next. When a flood of
 * subjects fills it, further subjects of a code share one place, and beyond the last places everything shares one: what is
 * new is still told, once. Not thread-safe.
 */
final class Ledger {

    private static final int SHARED_PLACES = 100;
    private static final String SHARED = "(others)";
    private static final Key LAST_PLACE = new Key(SHARED, SHARED);

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private final AlertSettings settings;
    private final int places;
    private boolean looksAgain;
    private long nextLook;

    Ledger(AlertSettings settings, int places) {
        this.settings = settings;
        this.places = places;
    }

    private record Key(String code, String subject) {}

    /** What to tell now; nothing where it was silenced. */
    List<Notice> raise(Alert alert, long now) {
        List<Notice> due = settle(now);
        Key key = placeFor(alert, now);
        Entry entry = entries.remove(key);
        if (entry == null) {
            entry = new Entry(alert, now);
            due.add(Notice.raised(alert, Duration.ZERO));
        } else {
            Notice notice = entry.again(alert, now, settings);
            if (notice != null) {
                due.add(notice);
            }
        }
        entries.put(key, entry);
        lookAgain(entry);
        return due;
    }

    /** What is over is told when it has been over for long enough. */
    List<Notice> resolve(Predicate<Alert> which, String words, long now) {
        List<Notice> due = settle(now);
        for (Entry entry : entries.values()) {
            if (entry.goesOn() && which.test(entry.latest())) {
                entry.over(words, now);
                lookAgain(entry);
            }
        }
        due.addAll(settle(now));
        return due;
    }

    /** What has become due. */
    List<Notice> settle(long now) {
        List<Notice> due = new ArrayList<>();
        if (!looksAgain || now - nextLook < 0) {
            return due;
        }
        looksAgain = false;
        Iterator<Entry> all = entries.values().iterator();
        while (all.hasNext()) {
            Entry entry = all.next();
            Notice notice = entry.settle(now, settings);
            if (notice != null) {
                due.add(notice);
            }
            if (entry.isForgotten(now, settings)) {
                all.remove();
            } else {
                lookAgain(entry);
            }
        }
        return due;
    }

    /** What was held back, told at the end. */
    List<Notice> empty(long now) {
        List<Notice> due = new ArrayList<>();
        for (Entry entry : entries.values()) {
            Notice notice = entry.last(now, settings);
            if (notice != null) {
                due.add(notice);
            }
        }
        entries.clear();
        return due;
    }

    /** After how long time alone may make something due; null for never. */
    @Nullable
    Duration looksIn(long now) {
        return looksAgain ? Duration.ofNanos(Math.max(0, nextLook - now)) : null;
    }

    /** Whether an alert of this code goes on. */
    boolean goesOn(String code) {
        return entries.values().stream()
                .anyMatch(entry -> entry.goesOn() && entry.latest().code().equals(code));
    }

    int size() {
        return entries.size();
    }

    private void lookAgain(Entry entry) {
        if (!entry.willChange()) {
            return;
        }
        long at = entry.changesAt(settings);
        if (!looksAgain || at - nextLook < 0) {
            nextLook = at;
            looksAgain = true;
        }
    }

    private Key placeFor(Alert alert, long now) {
        Key own = new Key(alert.code(), alert.subject());
        if (entries.containsKey(own) || entries.size() < places - SHARED_PLACES || dropsQuiet(now)) {
            return own;
        }
        Key shared = new Key(alert.code(), SHARED);
        return entries.containsKey(shared) || entries.size() < places - 1 ? shared : LAST_PLACE;
    }

    /** What was raised the longest ago, a cool-down and more, makes room. */
    private boolean dropsQuiet(long now) {
        Iterator<Entry> eldestFirst = entries.values().iterator();
        if (eldestFirst.hasNext() && eldestFirst.next().isQuiet(now, settings)) {
            eldestFirst.remove();
            return true;
        }
        return false;
    }
}
