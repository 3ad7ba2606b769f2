// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.layout;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import dev.seaworthy.core.redact.Redactor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Gives the plain layouts of a Logback context, whoever configured them, redaction and protection against forged lines.
 * Format, filters and order stay as they are.
 *
 * @param guarded names of the appenders that are covered
 * @param unguarded names of the appenders whose encoder is none that we know
 */
public record LayoutGuard(Set<String> guarded, Set<String> unguarded) {

    /** Copies the names. */
    public LayoutGuard {
        guarded = Set.copyOf(guarded);
        unguarded = Set.copyOf(unguarded);
    }

    /**
     * Covers every layout that is there now; twice does nothing more.
     *
     * @param covers encoders that mask by themselves
     */
    public static LayoutGuard attach(LoggerContext context, Redactor redactor, Predicate<Encoder<?>> covers) {
        Walk walk = new Walk(redactor, covers);
        for (Logger logger : context.getLoggerList()) {
            walk.all(logger.iteratorForAppenders());
        }
        return new LayoutGuard(walk.guarded, walk.unguarded);
    }

    private record Walk(
            Redactor redactor,
            Predicate<Encoder<?>> covers,
            Set<Appender<?>> seen,
            Set<String> guarded,
            Set<String> unguarded) {

        Walk(Redactor redactor, Predicate<Encoder<?>> covers) {
            this(
                    redactor,
                    covers,
                    Collections.newSetFromMap(new IdentityHashMap<>()),
                    new TreeSet<>(),
                    new TreeSet<>());
        }

        void all(Iterator<Appender<ILoggingEvent>> appenders) {
            appenders.forEachRemaining(appender -> {
                if (seen.add(appender)) {
                    one(appender);
                }
            });
        }

        @SuppressWarnings("unchecked") // appenders of a Logger have log events
        private void one(Appender<ILoggingEvent> appender) {
            if (appender instanceof AppenderAttachable<?> outer) {
                all(((AppenderAttachable<ILoggingEvent>) outer).iteratorForAppenders());
            } else {
                boolean covered = appender instanceof OutputStreamAppender<ILoggingEvent> stream && guard(stream);
                (covered ? guarded : unguarded).add(String.valueOf(appender.getName()));
            }
        }

        private boolean guard(OutputStreamAppender<ILoggingEvent> appender) {
            Encoder<ILoggingEvent> encoder = appender.getEncoder();
            if (encoder instanceof LayoutWrappingEncoder<ILoggingEvent>) {
                SafeEncoder safe = new SafeEncoder(encoder, redactor);
                safe.setContext(appender.getContext());
                safe.start();
                appender.setEncoder(safe);
                return true;
            }
            return encoder instanceof SafeEncoder || covers.test(encoder);
        }
    }
}
