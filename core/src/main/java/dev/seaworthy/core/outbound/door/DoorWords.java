// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.door;

import static dev.seaworthy.core.outbound.range.Range.words;

import dev.seaworthy.core.outbound.breaker.BreakerSettings;
import dev.seaworthy.core.outbound.retry.RetrySettings;
import dev.seaworthy.core.report.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a door does, and what about it looks wrong. */
public final class DoorWords {

    /** Nobody waits longer than this for a page. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private DoorWords() {}

    /** The steps that a call passes, from the outside in, with their limits. */
    public static String pipeline(OutboundSettings settings) {
        return String.join(
                " > ",
                "classify",
                "deadline " + words(settings.timeout()),
                retry(settings.retry()),
                breaker(settings),
                "bulkhead " + settings.maxConcurrent(),
                "attempt " + words(settings.attemptTimeout()) + (settings.isolated() ? " on a thread of its own" : ""));
    }

    /** What looks wrong, each with what to do. */
    public static List<Finding> findings(String service, OutboundSettings settings) {
        List<Finding> findings = new ArrayList<>();
        retryFindings(service, settings, findings);
        breakerFindings(service, settings, findings);
        if (settings.timeout().compareTo(LONG) > 0) {
            findings.add(Finding.warn("service '" + service + "' may take " + words(settings.timeout())
                    + ", longer than a caller waits; shorten timeout, or leave the work to a queue"));
        }
        return findings;
    }

    private static String retry(RetrySettings retry) {
        return retry.maxAttempts() == 1
                ? "no retry"
                : "retry " + retry.maxAttempts() + " attempts, wait up to " + words(retry.backoff()) + ".."
                        + words(retry.maxBackoff()) + ", budget " + retry.budgetPercent() + "%";
    }

    private static String breaker(OutboundSettings settings) {
        BreakerSettings breaker = settings.breaker();
        Duration windowTime = breaker.windowTime();
        return "breaker " + breaker.failureRate() + "% failed or " + breaker.slowRate() + "% slower than "
                + words(settings.slowCall()) + " of "
                + (windowTime == null ? breaker.windowCalls() + " calls" : "the calls in " + words(windowTime))
                + ", open " + words(breaker.openFor()) + ".." + words(breaker.maxOpenFor());
    }

    private static void retryFindings(String service, OutboundSettings settings, List<Finding> findings) {
        RetrySettings retry = settings.retry();
        Duration all = settings.attemptTimeout().multipliedBy(retry.maxAttempts());
        if (retry.maxAttempts() > 1 && all.compareTo(settings.timeout()) > 0) {
            findings.add(Finding.warn("service '" + service + "' has " + retry.maxAttempts() + " attempts of "
                    + words(settings.attemptTimeout()) + " in " + words(settings.timeout())
                    + ": the last ones have no time left; shorten attempt-timeout, or allow fewer attempts"));
        }
        if (retry.maxAttempts() > 1 && retry.budgetPercent() == 0 && retry.budgetFloor() == 0) {
            findings.add(Finding.warn("service '" + service
                    + "' has retries that no budget pays for: none happens; raise retry.budget-percent, or set"
                    + " retry.max-attempts to 1"));
        }
    }

    private static void breakerFindings(String service, OutboundSettings settings, List<Finding> findings) {
        BreakerSettings breaker = settings.breaker();
        Duration windowTime = breaker.windowTime();
        if (windowTime == null && breaker.minimumCalls() > breaker.windowCalls()) {
            findings.add(Finding.warn("service '" + service + "' has a breaker that waits for " + breaker.minimumCalls()
                    + " calls in a window of " + breaker.windowCalls()
                    + ", which it takes for full; lower breaker.minimum-calls, or widen breaker.window-calls"));
        }
        if (windowTime != null && windowTime.compareTo(settings.timeout()) < 0) {
            findings.add(Finding.warn("service '" + service + "' has a breaker whose window of " + words(windowTime)
                    + " is shorter than a call may take: it forgets what it waits for; widen breaker.window-time to "
                    + words(settings.timeout()) + " or more"));
        }
        if (windowTime != null && mostCalls(settings, windowTime) < breaker.minimumCalls()) {
            findings.add(
                    Finding.warn("service '" + service + "' has a breaker that can never trip: when calls hang for "
                            + words(settings.attemptTimeout()) + ", fewer than " + breaker.minimumCalls() + " fit into "
                            + words(windowTime) + "; lower breaker.minimum-calls, or widen breaker.window-time"));
        }
        if (breaker.failureRate() == 100) {
            findings.add(Finding.warn("service '" + service
                    + "' has a breaker that one success among the failures keeps closed; lower breaker.failure-rate"));
        }
        if (settings.slowCall().compareTo(settings.attemptTimeout()) > 0) {
            findings.add(Finding.info("service '" + service + "' takes calls for slow after "
                    + words(settings.slowCall()) + ", but stops them after " + words(settings.attemptTimeout())
                    + "; name a shorter breaker.slow-call, or leave it out"));
        }
    }

    /** How many calls end in the window when all permits are held by calls that hang. */
    private static long mostCalls(OutboundSettings settings, Duration window) {
        return settings.maxConcurrent() * Math.max(1, window.dividedBy(settings.attemptTimeout()));
    }
}
