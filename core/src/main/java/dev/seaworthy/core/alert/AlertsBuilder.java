// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sets up {@link Alerts} that are sent in the background. Everything is optional; without a sink nobody is told. Not
 * thread-safe; what it builds is.
 */
public final class AlertsBuilder {

    /** More sinks than this are refused. */
    public static final int MAX_SINKS = 20;

    /** How long {@link Alerts#close()} waits for the sinks, unless chosen otherwise. */
    public static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int MAX_NAME = 60;

    TimeSource time = TimeSource.system();
    Telemetry telemetry = new Telemetry();
    AlertSettings settings = AlertSettings.withDefaults();
    Duration patience = CLOSE_WITHIN;
    private final List<Exit> exits = new ArrayList<>();
    private Duration retryAfter = RETRY_AFTER;

    AlertsBuilder() {}

    private record Exit(String name, AlertSink sink, Alert.Severity least) {}

    /** The clock. */
    public AlertsBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    /** Where alerts are counted. */
    public AlertsBuilder telemetry(Telemetry counters) {
        telemetry = counters;
        return this;
    }

    /** What can be chosen. */
    public AlertsBuilder settings(AlertSettings chosen) {
        settings = chosen;
        return this;
    }

    /** How long {@link Alerts#close()} waits for the sinks at most. */
    public AlertsBuilder closeWithin(Duration patience) {
        this.patience = patience;
        return this;
    }

    /** One more sink, named after its class, that is told everything. */
    public AlertsBuilder sink(AlertSink sink) {
        return sink(name(sink), sink, Alert.Severity.INFO);
    }

    /**
     * One more sink.
     *
     * @param name what it is called in metrics, in the report and in the alert that it takes none; a number is added to a
     *     name that another sink has
     * @param least what is less severe is not told to it
     * @throws IllegalArgumentException if there are {@value #MAX_SINKS} already
     */
    public AlertsBuilder sink(String name, AlertSink sink, Alert.Severity least) {
        if (exits.size() >= MAX_SINKS) {
            throw new IllegalArgumentException("alert sinks must be " + MAX_SINKS + " at most, got '" + name
                    + "' as well; let one sink tell several");
        }
        exits.add(new Exit(unique(Redact.line(name, MAX_NAME)), sink, least));
        return this;
    }

    /** More sinks, named after their classes, that are told everything. */
    public AlertsBuilder sinks(List<? extends AlertSink> more) {
        more.forEach(this::sink);
        return this;
    }

    /** For tests that cannot wait. */
    AlertsBuilder retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    /** Alerts that are sent in the background. */
    public Alerts build() {
        return new Alerts(this, true);
    }

    List<Lane> lanes(BiConsumer<Outlet, Boolean> changed, boolean inBackground) {
        return exits.stream()
                .map(exit -> {
                    Outlet outlet = new Outlet(exit.name(), exit.sink(), exit.least(), telemetry);
                    return inBackground
                            ? Lane.background(outlet, changed, telemetry, retryAfter)
                            : Lane.direct(outlet, changed, telemetry);
                })
                .toList();
    }

    private String unique(String name) {
        Set<String> taken = exits.stream().map(Exit::name).collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(name), IntStream.rangeClosed(2, MAX_SINKS).mapToObj(n -> name + '-' + n))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElse(name);
    }

    /** What a lambda's class is called after the place where it was written means nothing. */
    private static String name(AlertSink sink) {
        String name = sink.getClass().getName();
        int generated = name.indexOf("$$");
        String written = generated < 0 ? name : name.substring(0, generated);
        return written.substring(written.lastIndexOf('.') + 1);
    }
}
