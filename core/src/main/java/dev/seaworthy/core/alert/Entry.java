// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One alert's story: raised, silenced, over, back again. Not thread-safe. */
final class Entry {

    private Alert latest;
    private long since;
    private long toldAt;
    private long silenced;
    private long overAt;
    private String words = "";
    private State state = State.GOES_ON;
    private boolean flaps;

    /** What the team knows or is about to know. */
    private enum State {
        GOES_ON,
        /** Over, but not for long enough to say so. */
        OVER,
        /** Over, and the team knows. */
        CLOSED
    }

    /** Told now. */
    Entry(Alert alert, long now) {
        latest = alert;
        since = now;
        toldAt = now;
    }

    Alert latest() {
        return latest;
    }

    boolean goesOn() {
        return state == State.GOES_ON;
    }

    /** Raised once more; what to tell, null where it is silenced. */
    @Nullable
    Notice again(Alert alert, long now, AlertSettings settings) {
        latest = alert;
        if (state == State.CLOSED) {
            flaps = true;
            since = now;
            return tell(now, Notice.raised(alert, Duration.ZERO));
        }
        if (state == State.OVER) {
            flaps = true;
            state = State.GOES_ON;
        }
        if (now - toldAt >= settings.coolDown().toNanos() && silenced == 0) {
            return tell(now, Notice.raised(alert, lasted(now)));
        }
        silenced++;
        return null;
    }

    void over(String why, long now) {
        words = why;
        overAt = now;
        state = State.OVER;
    }

    /** What time has made due, null for nothing. */
    @Nullable
    Notice settle(long now, AlertSettings settings) {
        if (state == State.OVER && now - overAt >= hold(settings)) {
            return close(now);
        }
        if (state == State.GOES_ON
                && silenced > 0
                && now - toldAt >= settings.coolDown().toNanos()) {
            return digest(now, settings);
        }
        return null;
    }

    /** What has been held back, now that nobody comes back. */
    @Nullable
    Notice last(long now, AlertSettings settings) {
        if (state == State.OVER) {
            return close(now);
        }
        return state == State.GOES_ON && silenced > 0 ? digest(now, settings) : null;
    }

    boolean isWaiting() {
        return state == State.OVER || (state == State.GOES_ON && silenced > 0);
    }

    /** Nothing happened for a whole cool-down. */
    boolean isQuiet(long now, AlertSettings settings) {
        return !isWaiting() && now - toldAt >= settings.coolDown().toNanos();
    }

    boolean isForgotten(long now, AlertSettings settings) {
        return state == State.CLOSED && isQuiet(now, settings);
    }

    /** Whether time alone will change something. */
    boolean willChange() {
        return isWaiting() || state == State.CLOSED;
    }

    long changesAt(AlertSettings settings) {
        return state == State.OVER
                ? overAt + hold(settings)
                : toldAt + settings.coolDown().toNanos();
    }

    private @Nullable Notice digest(long now, AlertSettings settings) {
        if (!settings.digest()) {
            silenced = 0;
            return null;
        }
        return tell(now, Notice.digest(latest, silenced, lasted(now)));
    }

    private Notice close(long now) {
        Notice notice = Notice.resolved(latest, words, silenced, Duration.ofNanos(overAt - since));
        tell(now, notice);
        state = State.CLOSED;
        return notice;
    }

    private Notice tell(long now, Notice notice) {
        toldAt = now;
        silenced = 0;
        state = State.GOES_ON;
        return notice;
    }

    private Duration lasted(long now) {
        return Duration.ofNanos(now - since);
    }

    /** What came back once is believed to be gone only after a whole cool-down. */
    private long hold(AlertSettings settings) {
        return (flaps ? settings.coolDown() : settings.resolveAfter()).toNanos();
    }
}
