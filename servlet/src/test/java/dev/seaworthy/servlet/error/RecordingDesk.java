// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers what was taken in; classifies by rules and {@link ProblemException}, all else is a bug. */
public final class RecordingDesk implements ErrorDesk {

    public record Entry(@Nullable Throwable failure, Classification classification, Problem problem) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<FailureRule> rules;

    public RecordingDesk(FailureRule... rules) {
        this.rules = List.of(rules);
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    public synchronized Entry only() throws InterruptedException {
        long patience = 100;
        while (entries.isEmpty() && patience-- > 0) {
            wait(100);
        }
        if (entries.size() != 1) {
            throw new AssertionError("one failure must be reported once, got " + entries);
        }
        return entries.get(0);
    }

    @Override
    public Problem report(Throwable failure, Locale locale) {
        for (FailureRule rule : rules) {
            for (Throwable link = failure; link != null; link = link.getCause()) {
                Classification found = rule.classify(link);
                if (found != null) {
                    return take(failure, found, locale);
                }
            }
        }
        return take(
                failure,
                failure instanceof ProblemException known
                        ? known.classification()
                        : Classification.of(FailureClass.BUG),
                locale);
    }

    @Override
    public Problem refuse(Classification refusal, Locale locale) {
        return take(null, refusal, locale);
    }

    @Override
    public Problem report(Throwable failure, Classification classification, Locale locale) {
        return take(failure, classification, locale);
    }

    private synchronized Problem take(@Nullable Throwable failure, Classification classification, Locale locale) {
        String id = UUID.randomUUID().toString();
        Correlation correlation = Correlation.current();
        Problem problem = new Problem(
                URI.create("urn:seaworthy:problem:" + classification.code()),
                "A <title> & more",
                classification.detail(),
                URI.create("urn:uuid:" + id),
                id,
                correlation == null
                        ? "none-outside-of-a-request"
                        : correlation.id().value(),
                locale,
                classification);
        entries.add(new Entry(failure, classification, problem));
        notifyAll();
        return problem;
    }
}
