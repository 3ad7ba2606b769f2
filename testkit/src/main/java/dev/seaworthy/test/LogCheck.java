// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import dev.seaworthy.test.LogEvents.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/** Holds what a failure left in the log against the rule: one event, with the ids of the body, and nothing else. */
final class LogCheck {

    static final String ERROR_LOGGER = "dev.seaworthy.error";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE_WITH_LEAVING = Duration.ofSeconds(10);

    private static final int MOST_TEXT = 300;

    private final LogEvents logs;
    private final Set<String> tolerated;
    private final Set<Event> told = Collections.newSetFromMap(new IdentityHashMap<>());

    LogCheck(LogEvents logs, Set<String> tolerated) {
        this.logs = logs;
        this.tolerated = tolerated;
    }

    int mark() {
        return logs.mark();
    }

    /** Faults of an answered, or aborted, failure; an id or status that nobody knows is empty text or 0. */
    List<String> faults(int mark, String errorId, int status) {
        logs.await(mark, LogCheck::isOurs, PATIENCE);
        List<Event> window = logs.since(mark);
        List<String> faults = strangers(window);
        List<Event> ours = window.stream().filter(LogCheck::isOurs).toList();
        if (ours.size() != 1) {
            faults.add("logger " + ERROR_LOGGER + " must tell a failure exactly once, got '" + ours.size()
                    + "' events: " + texts(ours));
            return faults;
        }
        Event event = ours.get(0);
        String logged = event.value("error.id");
        if (logged.isEmpty() || (!errorId.isEmpty() && !logged.equals(errorId))) {
            faults.add("log event must carry the body's error id " + errorId + " as error.id, got '" + logged + "'");
        }
        for (String key : List.of("error.code", "error.class", "http.response.status_code")) {
            if (event.value(key).isEmpty()) {
                faults.add("log event must carry " + key + ", got '" + event.keyValues() + "'");
            }
        }
        if (event.throwable() != null && event.value("error.fingerprint").isEmpty()) {
            faults.add("log event with a stack must carry error.fingerprint, got '" + event.keyValues() + "'");
        }
        if (status == 500 && (event.level() != Level.ERROR || event.throwable() == null)) {
            faults.add("a 500 must be logged as ERROR with its stack, got '" + text(event) + "'");
        }
        if (status > 0 && status < 500 && (event.level().compareTo(Level.INFO) < 0 || event.throwable() != null)) {
            faults.add("a " + status + " must be logged quietly and without stack, got '" + text(event) + "'");
        }
        return faults;
    }

    /** Faults after the client left: the desk has noticed, nobody is alarmed. */
    List<String> faultsOfLeaving(int mark) {
        List<String> faults = new ArrayList<>();
        if (!logs.await(mark, LogCheck::isOurs, PATIENCE_WITH_LEAVING)) {
            faults.add("logger " + ERROR_LOGGER + " must tell at DEBUG that the caller is gone, got 'nothing' within "
                    + PATIENCE_WITH_LEAVING.toSeconds() + " s");
        }
        List<Event> window = logs.since(mark);
        List<Event> ours = window.stream().filter(LogCheck::isOurs).toList();
        if (ours.size() > 1) {
            faults.add("a caller who left must be told once, got '" + ours.size() + "' events: " + texts(ours));
        }
        ours.stream()
                .filter(event -> event.level().compareTo(Level.DEBUG) < 0 || event.throwable() != null)
                .forEach(event -> faults.add("a caller who left must alarm nobody, got '" + text(event) + "'"));
        faults.addAll(strangers(window));
        return faults;
    }

    /** Faults that no probe has seen, because they were logged after its answer. */
    List<String> lateFaults() {
        return strangers(logs.all());
    }

    private List<String> strangers(List<Event> window) {
        return window.stream()
                .filter(event -> !isOurs(event) && event.throwable() != null)
                .filter(event -> event.level().compareTo(Level.WARN) <= 0)
                .filter(event -> !tolerated.contains(event.logger()))
                .filter(told::add)
                .map(event -> "a failure must be logged once, got '" + text(event) + "' as well")
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isOurs(Event event) {
        return event.logger().equals(ERROR_LOGGER);
    }

    private static String texts(List<Event> events) {
        return events.stream().map(LogCheck::text).collect(Collectors.joining("; ", "[", "]"));
    }

    private static String text(Event event) {
        String text = event.level() + " " + event.logger() + ": " + event.message() + " " + event.keyValues();
        return (text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "..." : text)
                + (event.throwable() == null
                        ? ""
                        : " with " + event.throwable().getClass().getName());
    }
}
