// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.receipt;

import dev.seaworthy.core.json.JsonWriter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about an entry to whoever holds its id. Never the payload. Immutable.
 *
 * @param id 128 random bits as 32 hex digits: who knows it may ask
 * @param state how far it is
 * @param nextTry when it is tried next, as far as anybody can tell; null when it is over, running, or due at once
 * @param finishedAt when it was over; null before
 * @param correlationId the request that it came from; null if there was none
 * @param askedAt when this was so
 */
public record Receipt(
        String id,
        State state,
        @Nullable Instant nextTry,
        @Nullable Instant finishedAt,
        @Nullable String correlationId,
        Instant askedAt) {

    /** How far an entry is. */
    public enum State {
        /** Waits for its turn. */
        QUEUED,
        /** Somebody is at it. */
        RUNNING,
        /** Carried out. */
        DONE,
        /** Refused, or given up. */
        FAILED,
        /** Its time was over before it could be carried out. */
        EXPIRED;

        /** As it is written: lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing will happen any more by itself. */
        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /** As JSON, with a sentence for people. */
    public String toJson(String message) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("id").value(id);
        json.name("state").value(state.text());
        json.name("message").value(message);
        if (nextTry != null) {
            json.name("nextTry").value(nextTry.toString());
        }
        if (finishedAt != null) {
            json.name("finishedAt").value(finishedAt.toString());
        }
        if (correlationId != null) {
            json.name("correlationId").value(correlationId);
        }
        json.endObject();
        return json.toString();
    }
}
