// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import dev.seaworthy.test.http.RawAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the answer to a failure must not give away. */
public final class Leaks {

    private static final Map<String, Pattern> TELLTALES = new LinkedHashMap<>();

    static {
        telltale("a stack frame", "\\.java:\\d+|\\bat [\\w.$]+\\(|Native Method");
        telltale("the name of an exception", "\\b\\w*Exception\\b|\\bThrowable\\b|\\b[A-Z]\\w+Error\\b");
        telltale(
                "the name of a package",
                "\\b(java|javax|jakarta|jdk|kotlin|sun|com|org|net|io|tools|dev)(\\.[a-z]\\w*)+\\.[A-Z]\\w*"
                        + "|\\b(java|javax|jakarta|jdk|com|org|net|io|tools|dev)(\\.[a-z]\\w*){2,}");
        telltale(
                "SQL",
                "\\bSELECT\\b.+\\bFROM\\b|(?i)\\bselect [\\w.*, ()]+ from \\w+\\s*(where|order|limit|$)"
                        + "|\\binsert into\\b|\\bdelete from\\b|\\bupdate \\w+ set\\b");
        telltale("words of a database", "(?i)\\bjdbc\\b|sqlstate|hikari|\\bora-\\d+|\\bduplicate key\\b|unique index");
        telltale(
                "the name of a server or library",
                "(?i)\\btomcat|\\bjetty|undertow|apache|whitelabel|hibernate|jackson|springframework|spring boot");
        telltale("a path on the server's disk", "(?<![\\w:/.-])/(home|usr|var|tmp|opt|etc|root|srv|mnt|Users)/\\w");
        telltale("a path on the server's disk (Windows)", "\\b[A-Z]:\\\\\\w");
    }

    private Leaks() {}

    /**
     * Finds leaks in body and header values.
     *
     * @param canaries words that the request carried where nothing may repeat them
     */
    public static List<String> faults(RawAnswer answer, Collection<String> canaries) {
        List<String> faults = new ArrayList<>();
        search("body", answer.body(), canaries, faults);
        answer.headers()
                .forEach(header -> search(
                        "header " + header.getKey(), header.getKey() + ": " + header.getValue(), canaries, faults));
        answer.header("Server")
                .filter(value -> value.matches(".*\\d.*"))
                .ifPresent(value ->
                        faults.add("header Server must not tell a version, got '" + value + "'; switch it off"));
        return faults;
    }

    private static void search(String where, String text, Collection<String> canaries, List<String> faults) {
        TELLTALES.forEach((what, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                faults.add(where + " gives away " + what + ", got '" + matcher.group()
                        + "'; say nothing that the client did not ask for");
            }
        });
        canaries.stream()
                .filter(text::contains)
                .forEach(canary -> faults.add(
                        where + " repeats what the request sent, got '" + canary + "'; never reflect input"));
    }

    private static void telltale(String what, String pattern) {
        TELLTALES.put(what, Pattern.compile(pattern));
    }
}
