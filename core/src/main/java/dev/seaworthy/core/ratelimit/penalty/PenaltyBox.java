// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.penalty;

import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.time.TimeSource;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shuts out who does not listen to refusals, for a growing time. Thread-safe. Bounded: when it is full, whoever is new is
 * limited as before and not shut out.
 */
public final class PenaltyBox {

    /** So many clients are watched at most. */
    public static final int MAX_CLIENTS = 10_000;

    private static final int LOOKS = 4;

    private final PenaltySettings settings;
    private final TimeSource time;
    private final Map<LimitKey, Sentence> records = new ConcurrentHashMap<>();
    private Iterator<Sentence> oldest = records.values().iterator();

    /** Empty. */
    public PenaltyBox(PenaltySettings settings, TimeSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** Nanoseconds for which it is still shut out; 0 if it is not. */
    public long shutOutFor(LimitKey key) {
        Sentence sentence = records.get(key);
        return sentence == null ? 0 : sentence.left(time.nanoTime());
    }

    /** It was refused once more; true if that shut it out. */
    public boolean refused(LimitKey key) {
        long now = time.nanoTime();
        Sentence sentence = records.get(key);
        if (sentence == null) {
            forgetSome(now);
            if (records.size() >= MAX_CLIENTS) {
                return false;
            }
            sentence = records.computeIfAbsent(key, first -> new Sentence(now));
        }
        return sentence.refused(settings, now);
    }

    int watched() {
        return records.size();
    }

    private synchronized void forgetSome(long now) {
        int looks = records.size() >= MAX_CLIENTS ? LOOKS * LOOKS : LOOKS;
        for (int i = 0; i < looks && !records.isEmpty(); i++) {
            if (!oldest.hasNext()) {
                oldest = records.values().iterator();
            }
            if (oldest.hasNext() && oldest.next().isOver(settings, now)) {
                oldest.remove();
            }
        }
    }

    private static final class Sentence {

        private long countedFrom;
        private int refusals;
        private int sentences;
        private long until;
        private boolean sentenced;

        Sentence(long now) {
            this.countedFrom = now;
        }

        synchronized long left(long now) {
            return sentenced ? Math.max(0, until - now) : 0;
        }

        synchronized boolean refused(PenaltySettings settings, long now) {
            if (sentenced && now - until >= settings.longest().toNanos()) {
                sentences = 0;
            }
            if (now - countedFrom >= settings.within().toNanos()) {
                countedFrom = now;
                refusals = 0;
            }
            if (++refusals < settings.refusals()) {
                return false;
            }
            refusals = 0;
            countedFrom = now;
            long growing = settings.first().toNanos() << Math.min(sentences++, 20);
            until = now
                    + (growing <= 0
                            ? settings.longest().toNanos()
                            : Math.min(growing, settings.longest().toNanos()));
            sentenced = true;
            return true;
        }

        synchronized boolean isOver(PenaltySettings settings, long now) {
            long quietSince = sentenced ? until : countedFrom;
            long quiet =
                    sentenced ? settings.longest().toNanos() : settings.within().toNanos();
            return now - quietSince >= quiet;
        }
    }
}
