// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the client is told: RFC 9457's members and Seaworthy's extensions, ready to be written. Immutable. Made by
 * {@link ErrorDesk}, so that every problem has its ids and its log event.
 *
 * @param type stable identifier of the kind of problem
 * @param title short, the same for every occurrence, in {@code language}
 * @param detail what this occurrence adds, null where there is nothing to add and from status 500 on
 * @param instance names this occurrence: a URN with the error id that stands in the log
 * @param errorId the id within {@code instance}
 * @param correlationId the request's correlation id, null outside of a request
 * @param language the language of title and detail; messages of a validation library are in the one that it speaks
 * @param classification code, status, refused values and response headers
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
        URI type,
        String title,
        @Nullable String detail,
        URI instance,
        String errorId,
        @Nullable String correlationId,
        Locale language,
        Classification classification) {

    /** The media type of {@link #toJson()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The HTTP status. */
    public int status() {
        return classification.status();
    }

    /** The stable code. */
    public String code() {
        return classification.code();
    }

    /** The body, members in RFC 9457's order, then the extensions. */
    public String toJson() {
        return ProblemJson.write(this);
    }
}
