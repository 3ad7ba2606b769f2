// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import java.util.Locale;

/** What an answer is to a browser, so what may be said about it without breaking anything. */
public enum AnswerKind {
    /** A page: it loads, runs and is framed. */
    DOCUMENT,
    /** Data for programs: JSON, events, plain text. */
    DATA,
    /** Whatever a page is made of, and downloads. */
    ASSET;

    /** What a media type says; parameters are not looked at. */
    public static AnswerKind of(String contentType) {
        int semicolon = contentType.indexOf(';');
        int end = semicolon < 0 ? contentType.length() : semicolon;
        while (end > 0 && contentType.charAt(end - 1) == ' ') {
            end--;
        }
        if (is(contentType, end, "text/html") || is(contentType, end, "application/xhtml+xml")) {
            return DOCUMENT;
        }
        boolean data = is(contentType, end, "application/json")
                || ends(contentType, end, "+json")
                || is(contentType, end, "application/problem+xml")
                || is(contentType, end, "application/x-ndjson")
                || is(contentType, end, "text/event-stream")
                || is(contentType, end, "text/plain");
        return data ? DATA : ASSET;
    }

    /**
     * What a browser, or somebody else, seems to ask for.
     *
     * @param destination {@code Sec-Fetch-Dest}, empty where it is missing
     * @param accept {@code Accept}, empty where it is missing
     */
    public static AnswerKind asked(String destination, String accept) {
        return switch (destination) {
            case "document", "iframe", "frame", "embed", "object", "fencedframe" -> DOCUMENT;
            case "empty", "report" -> DATA;
            case "" -> accept.toLowerCase(Locale.ROOT).contains("text/html") ? DOCUMENT : DATA;
            default -> ASSET;
        };
    }

    private static boolean is(String type, int end, String wanted) {
        return end == wanted.length() && type.regionMatches(true, 0, wanted, 0, end);
    }

    private static boolean ends(String type, int end, String wanted) {
        return end >= wanted.length() && type.regionMatches(true, end - wanted.length(), wanted, 0, wanted.length());
    }
}
