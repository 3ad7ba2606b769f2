// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.SafeText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Logs a readable copy of a throwable that throws when it is asked for its message, or is far too large: Logback itself
 * would throw on, into the code that only wanted to log. Thread-safe.
 */
public final class TameThrowables extends TurboFilter {

    /** For Logback's configuration. */
    public TameThrowables() {}

    /** Adds it to a context; twice does nothing more. */
    public static void attach(LoggerContext context) {
        if (context.getTurboFilterList().stream().noneMatch(TameThrowables.class::isInstance)) {
            TameThrowables filter = new TameThrowables();
            filter.setContext(context);
            filter.start();
            context.addTurboFilter(filter);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (thrown == null || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Throwable tame = SafeText.printable(CauseChain.of(thrown));
        if (tame == thrown) {
            return FilterReply.NEUTRAL;
        }
        LoggingEvent event = new LoggingEvent(TameThrowables.class.getName(), logger, level, format, tame, params);
        if (marker != null) {
            event.addMarker(marker);
        }
        logger.callAppenders(event);
        return FilterReply.DENY;
    }
}
