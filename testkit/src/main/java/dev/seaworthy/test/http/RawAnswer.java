// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.http;

import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * An answer as it came over the wire. Immutable.
 *
 * @param status the status code, 0 when not even a status line came
 * @param headers in the order they came; names keep their case
 * @param body the body without its transfer coding, as UTF-8 text; what came of it when it was cut off
 * @param end how it ended
 */
public record RawAnswer(int status, List<Entry<String, String>> headers, String body, End end) {

    /** How an answer ended. */
    public enum End {
        /** Everything that was announced came. */
        COMPLETE,
        /** The server closed the connection before everything had come. */
        CUT_OFF,
        /** Nothing more came within the time limit. */
        TIMED_OUT,
        /** More came than the client takes. */
        TOO_LONG
    }

    /** Copies the headers. */
    public RawAnswer {
        headers = List.copyOf(headers);
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return values(name).stream().findFirst();
    }

    /** All values of a header, whatever the case of its name. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Entry::getValue)
                .toList();
    }

    /** The media type without parameters, in lower case; empty text when there is none. */
    public String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Status line, headers and body for people to read in a failure message. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("HTTP ").append(status).append('\n');
        headers.forEach(header -> text.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append('\n'));
        text.append('\n').append(body.length() > 4000 ? body.substring(0, 4000) + "..." : body);
        return end == End.COMPLETE ? text.toString() : text + "\n[" + end + "]";
    }
}
