// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import ch.qos.logback.classic.LoggerContext;
import dev.seaworthy.core.logging.JsonLogEncoder;
import dev.seaworthy.core.logging.JsonLogging;
import dev.seaworthy.core.logging.TameThrowables;
import dev.seaworthy.core.logging.layout.LayoutGuard;
import dev.seaworthy.core.logging.queue.LogLosses;
import dev.seaworthy.core.logging.queue.QueueSettings;
import dev.seaworthy.core.redact.Redactor;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.redact.RedactionOf;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The part that needs Logback, loaded only where that is what logs. */
final class LogbackGuard {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.logging");
    private static final String STRUCTURED = "org.springframework.boot.logging.logback.StructuredLogEncoder";

    private LogbackGuard() {}

    static void attach(Environment environment) {
        try {
            LoggerContext context = context();
            LayoutGuard guard = LayoutGuard.attach(
                    context,
                    new Redactor(RedactionOf.environment(environment)),
                    encoder -> encoder instanceof JsonLogEncoder
                            || encoder.getClass().getName().equals(STRUCTURED));
            TameThrowables.attach(context);
            context.putObject(LayoutGuard.class.getName(), guard);
            if (environment.getProperty(LogEnvironment.JSON, Boolean.class, false)) {
                JsonLogging.queue(context, queue(environment), TimeSource.system());
            }
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("redaction could not attach to the log, which goes on without it", broken);
        }
    }

    /** Boot hands formats on in properties of the JVM and of Logback, where those of an earlier context still stand. */
    static void forget(String format) {
        LoggerContext context = context();
        for (String property : List.of("CONSOLE_LOG_STRUCTURED_FORMAT", "FILE_LOG_STRUCTURED_FORMAT")) {
            if (format.equals(System.getProperty(property)) || format.equals(context.getProperty(property))) {
                System.clearProperty(property);
                context.putProperty(property, null);
            }
        }
    }

    static void export(Telemetry telemetry) {
        LogLosses.of(context()).export(telemetry);
    }

    static LayoutGuard guard() {
        return context().getObject(LayoutGuard.class.getName()) instanceof LayoutGuard guard
                ? guard
                : new LayoutGuard(Set.of(), Set.of());
    }

    private static QueueSettings queue(Environment environment) {
        try {
            return Binder.get(environment)
                    .bindOrCreate("seaworthy.logging", LoggingProperties.class)
                    .queue()
                    .settings();
        } catch (RuntimeException wrongValueIsToldSoon) {
            return QueueSettings.withDefaults();
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
