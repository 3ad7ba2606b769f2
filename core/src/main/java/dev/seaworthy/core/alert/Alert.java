// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import dev.seaworthy.core.redact.Redact;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the team should know. Alerts with the same code and subject are the same alert. Immutable, and fit to be sent
 * from the moment it exists: texts are single harmless lines and capped, facts under secret names are masked.
 *
 * @param code stable, {@code UPPER_SNAKE}
 * @param severity how much it matters
 * @param subject what it is about: a service, a database, the fingerprint of a bug; never what a client sent
 * @param text one sentence for people
 * @param correlationId the request in which it was noticed, null outside of one
 * @param runbook what to do about it; null takes the page named {@code code} below the {@link AlertSettings#runbookBase()
 *     runbook base}, where there is one
 * @param facts what else helps, by name, in the order in which it is shown; at most {@value #MAX_FACTS} are kept
 * @param logged whether the log has said it already: the {@link AlertSink#log() log} then keeps quiet about it, others are
 *     told all the same
 */
public record Alert(
        String code,
        Severity severity,
        String subject,
        String text,
        @Nullable String correlationId,
        @Nullable URI runbook,
        Map<String, String> facts,
        boolean logged) {

    /** More facts than this are not kept. */
    public static final int MAX_FACTS = 20;

    /** More characters of a text or of a fact are not kept. */
    public static final int MAX_TEXT = 2_000;

    /** More characters of a code, a subject or the name of a fact are not kept. */
    public static final int MAX_NAME = 200;

    /** How much an alert matters, least first. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Look at it today. */
        WARNING,
        /** Something fails; look at it now. */
        ERROR,
        /** Most of the app fails; wake somebody. */
        CRITICAL
    }

    /** Cleans, masks and caps. */
    public Alert {
        code = line(code, MAX_NAME);
        subject = line(subject, MAX_NAME);
        text = line(text, MAX_TEXT);
        correlationId = correlationId == null ? null : line(correlationId, MAX_NAME);
        facts = clean(facts);
    }

    /** An {@link Severity#ERROR} without runbook and facts. */
    public Alert(String code, String subject, String text, @Nullable String correlationId) {
        this(code, Severity.ERROR, subject, text, correlationId, null, Map.of(), false);
    }

    /** The same alert, as severe as this. */
    public Alert withSeverity(Severity other) {
        return new Alert(code, other, subject, text, correlationId, runbook, facts, logged);
    }

    /** The same alert in other words. */
    public Alert withText(String other) {
        return new Alert(code, severity, subject, other, correlationId, runbook, facts, logged);
    }

    /** The same alert with a runbook, for example {@code https://wiki.example.com/runbooks/PAYMENTS_DOWN}. */
    public Alert withRunbook(URI page) {
        return new Alert(code, severity, subject, text, correlationId, page, facts, logged);
    }

    /** The same alert with one more fact; a value under a secret name is masked. */
    public Alert withFact(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Alert(code, severity, subject, text, correlationId, runbook, more, logged);
    }

    /** The same alert, of which the log has an event already. */
    public Alert asLogged() {
        return new Alert(code, severity, subject, text, correlationId, runbook, facts, true);
    }

    private static Map<String, String> clean(Map<String, String> facts) {
        Map<String, String> clean = new LinkedHashMap<>();
        facts.entrySet().stream().limit(MAX_FACTS).forEach(fact -> {
            String name = fact.getKey();
            clean.put(line(name, MAX_NAME), Redact.isSecretName(name) ? Redact.MASK : line(fact.getValue(), MAX_TEXT));
        });
        return Collections.unmodifiableMap(clean);
    }

    /** A copy must not be cut again for the words that say what was cut. */
    private static String line(String text, int max) {
        int roomForWords = 20;
        return Redact.line(text, text.length() <= max ? max : max - roomForWords);
    }
}
