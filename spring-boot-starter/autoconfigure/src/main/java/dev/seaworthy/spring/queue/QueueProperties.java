// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.engine.QueueSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about the queue.
 *
 * @param enabled whether it is there, where the app has a task handler
 * @param dataSource the bean name of the data source that holds it; needed only where there are several
 * @param schema what to do about its tables: create those that are missing, validate, or none; create on embedded databases,
 *     else validate, where it is not set
 * @param fixDurability whether an embedded database that acknowledges commits before it writes them is told not to
 * @param threads that run handlers
 * @param pollInterval how often it looks for work that nobody told it of
 * @param lease how long an entry is held without a sign of life
 * @param scanInterval how often it looks for leases that ran out
 * @param drainTime how long a stop waits for running handlers
 * @param keepDone how long entries that are over are kept, and their keys known
 * @param drainPerSecond entries of a queue claimed in a second while its backlog drains after an outage
 * @param gateWindow how long a success of another node speaks for a service whose breaker has opened here
 * @param alertAge how long an entry may be due before somebody is told
 * @param receipts where receipts are served
 */
@ConfigurationProperties("seaworthy.queue")
record QueueProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String dataSource,
        @Nullable Schema schema,
        @DefaultValue("false") boolean fixDurability,
        @DefaultValue("16") int threads,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("8s") Duration scanInterval,
        @DefaultValue("20s") Duration drainTime,
        @DefaultValue("24h") Duration keepDone,
        @DefaultValue("100") int drainPerSecond,
        @DefaultValue("10s") Duration gateWindow,
        @DefaultValue("15m") Duration alertAge,
        @DefaultValue Receipts receipts) {

    QueueProperties {
        atLeastOne("threads", threads);
        atLeastOne("drain-per-second", drainPerSecond);
        positive("poll-interval", pollInterval);
        positive("lease", lease);
        positive("scan-interval", scanInterval);
        positive("keep-done", keepDone);
        positive("gate-window", gateWindow);
        positive("alert-age", alertAge);
        if (drainTime.isNegative()) {
            throw new IllegalArgumentException(
                    "seaworthy.queue.drain-time must not be negative, got '" + drainTime + "'; write for example 20s");
        }
    }

    /** What to do about the tables. */
    enum Schema {
        CREATE,
        VALIDATE,
        NONE
    }

    /**
     * Where receipts are served.
     *
     * @param enabled whether they are
     * @param path without a slash at its end
     */
    record Receipts(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("/seaworthy/receipts") String path) {

        Receipts {
            if (!path.startsWith("/") || path.length() < 2 || path.endsWith("/") || path.contains("*")) {
                throw new IllegalArgumentException("seaworthy.queue.receipts.path must begin with a slash and end"
                        + " without one, got '" + path + "'; write for example /seaworthy/receipts");
            }
        }
    }

    QueueSettings settings() {
        QueueSettings defaults = QueueSettings.withDefaults();
        return new QueueSettings(
                threads,
                pollInterval,
                lease,
                scanInterval,
                drainTime,
                keepDone,
                defaults.maxUnheard(),
                defaults.groupSize(),
                drainPerSecond,
                gateWindow,
                alertAge);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "seaworthy.queue." + name + " must be 1 or more, got '" + value + "'; write for example 16");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("seaworthy.queue." + name + " must be longer than nothing, got '" + value
                    + "'; write for example 30s");
        }
    }
}
