// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the constraints that the app knows was violated. Drivers tell the name in their message only, next to values
 * that a client sent; so the name is taken from where the driver puts names, is never shown, and only picks a pointer.
 * Immutable.
 */
public final class ConstraintNames {

    /** Where names stand is within so many characters from the start, or from the end. */
    private static final int MAX_READ = 2_048;

    /** Also the quotation marks of translated PostgreSQL messages. */
    private static final Pattern QUOTED = Pattern.compile("[\"„“«']([^\"„“”«»']{1,256})[\"“”»']");

    /** MySQL puts the value first, so only the very end can be trusted. */
    private static final Pattern LAST_QUOTED = Pattern.compile(".*'([^']{1,256})'[^']{0,80}", Pattern.DOTALL);

    private static final Pattern PARENTHESISED = Pattern.compile("\\(([^()]{1,256})\\)");

    private final Map<String, String> pointers = new HashMap<>();

    /** Names are compared without case; the app may write them with or without schema and table. */
    public ConstraintNames(Map<String, String> pointerByConstraint) {
        pointerByConstraint.forEach((name, pointer) -> pointers.put(name.toLowerCase(Locale.ROOT), pointer));
    }

    /** The pointer for the violated constraint; null if the app did not name it, or the message does not tell. */
    public @Nullable String pointer(SQLException violation) {
        String message = violation.getMessage();
        if (pointers.isEmpty() || message == null) {
            return null;
        }
        return candidates(Vendor.of(violation), message).stream()
                .map(this::pointer)
                .filter(pointer -> pointer != null)
                .findFirst()
                .orElse(null);
    }

    private static List<String> candidates(Vendor vendor, String message) {
        String start = message.substring(0, Math.min(message.length(), MAX_READ));
        return switch (vendor) {
            case MYSQL -> found(LAST_QUOTED, message.substring(Math.max(0, message.length() - MAX_READ)), true);
            case ORACLE -> firstOnly(found(PARENTHESISED, start, false));
            case SQL_SERVER -> found(QUOTED, before(start, "("), false);
            case H2 -> h2(start);
            case POSTGRESQL, UNKNOWN -> firstOnly(found(QUOTED, before(start, "\n"), false));
        };
    }

    /** {@code "PUBLIC.UQ_EMAIL INDEX PUBLIC.UQ_EMAIL_INDEX_4 ON PUBLIC.USERS(EMAIL NULLS FIRST) VALUES (...)"}. */
    private static List<String> h2(String start) {
        int open = start.indexOf('"');
        if (open < 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String word : before(start.substring(open + 1), "(").split("\\s+")) {
            names.add(word);
            names.add(word.replaceFirst("_INDEX_[0-9A-F]+$", ""));
        }
        return names;
    }

    private static List<String> found(Pattern pattern, String text, boolean whole) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (whole ? names.isEmpty() && matcher.matches() : matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<String> firstOnly(List<String> names) {
        return names.isEmpty() ? names : names.subList(0, 1);
    }

    private static String before(String text, String end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private @Nullable String pointer(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String own = pointers.get(lower);
        return own != null ? own : pointers.get(lower.substring(lower.lastIndexOf('.') + 1));
    }
}
