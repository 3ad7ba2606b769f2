// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.seaworthy.core.logging.event.EventWriter;
import dev.seaworthy.core.redact.RedactSettings;
import dev.seaworthy.core.redact.Redactor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Logback's encoder for one redacted JSON line per event; the fields are listed in {@code docs/logging.md}. In XML:
 *
 * <pre>{@code
 * <encoder class="dev.seaworthy.core.logging.JsonLogEncoder"><service>shop</service></encoder>
 * }</pre>
 *
 * <p>Thread-safe once started. Never throws: an event that cannot be written is written as one that says so.
 */
public final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {

    private @Nullable String service;
    private Set<String> secretNames = Set.of();
    private boolean emails;
    private @Nullable String hashKey;
    private @Nullable EventWriter writer;

    /** For Logback's configuration; defaults until something is set. */
    public JsonLogEncoder() {}

    /**
     * Set up by hand.
     *
     * @param service {@code service.name}; null writes none
     */
    public JsonLogEncoder(Redactor redactor, @Nullable String service) {
        this.writer = new EventWriter(redactor, service);
    }

    /** The {@code service.name} of every event. */
    public void setService(String name) {
        service = name;
    }

    /** More names whose values are masked, parted by commas. */
    public void setSecretNames(String names) {
        secretNames = Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether e-mail addresses are masked too. */
    public void setEmails(boolean masked) {
        emails = masked;
    }

    /** The key of the hash behind each mask; see {@link RedactSettings#hashKey()}. */
    public void setHashKey(String key) {
        hashKey = key;
    }

    @Override
    public void start() {
        if (writer == null) {
            writer = new EventWriter(new Redactor(new RedactSettings(secretNames, emails, hashKey)), service);
        }
        super.start();
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return null;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        EventWriter ready = writer;
        return ready == null ? new byte[0] : ready.write(event);
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return null;
    }
}
