// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at an error page for people: small, without anything that runs, and with the ids that support asks for. */
public final class PageShape {

    private static final int MOST = 16 * 1024;
    private static final Pattern RUNS =
            Pattern.compile("(?i)<script|<iframe|<object|<embed|javascript:|<[^>]+\\son\\w+\\s*=");
    private static final Pattern ERROR_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private PageShape() {}

    /**
     * The faults of a page.
     *
     * @param correlationId the id that the response header tells
     */
    public static List<String> faults(String page, String correlationId) {
        List<String> faults = new ArrayList<>();
        if (page.length() > MOST) {
            faults.add("page must be small, got '" + page.length() + "' characters; an error page explains little");
        }
        if (!page.matches("(?is)\\s*<!doctype html>.*<html\\b.*</html>\\s*")) {
            faults.add("page must be one whole HTML document, got '"
                    + page.strip().lines().findFirst().orElse("") + "' as its first line");
        }
        Matcher runs = RUNS.matcher(page);
        if (runs.find()) {
            faults.add("page must hold nothing that runs, got '" + runs.group() + "'; remove it");
        }
        if (errorId(page).isEmpty()) {
            faults.add("page must tell the error id, or nobody can find it in the log");
        }
        if (correlationId.isEmpty() || !page.contains(correlationId)) {
            faults.add("page must tell the correlation id of the response header, '" + correlationId + "'");
        }
        return faults;
    }

    /** The error id that a page tells, empty text when it tells none. */
    public static String errorId(String page) {
        Matcher id = ERROR_ID.matcher(page);
        return id.find() ? id.group() : "";
    }
}
