// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language to answer a caller in. Does not ask the container, which makes a locale of whatever a client writes: the JDK
 * remembers each of them, and Tomcat throws at a list that is longer than it likes. Never throws.
 */
public final class CallerLanguage {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MAX_RANGES = 32;

    private CallerLanguage() {}

    /** As {@link #wanted(List)}, of the request's {@code Accept-Language}. */
    public static List<Locale> wanted(HttpServletRequest request) {
        return wanted(lines(request));
    }

    /**
     * The languages that {@code Accept-Language} accepts among the first {@value #MAX_RANGES} it names, most wanted first.
     *
     * @param lines the header's values; empty for the machine's own language
     * @return each with a country at most; empty where no language is one of ISO 639
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, section 12.5.4</a>
     */
    public static List<Locale> wanted(List<String> lines) {
        if (lines.isEmpty()) {
            return List.of(Locale.getDefault());
        }
        Map<Locale, Double> weights = new LinkedHashMap<>();
        for (String range : String.join(",", lines).split(",", MAX_RANGES + 1)) {
            String[] parts = range.split(";", 2);
            Locale locale = known(parts[0].strip());
            double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
            if (locale != null && weight > 0) {
                weights.merge(locale, weight, Math::max);
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As {@link #of(List)}, of the request's {@code Accept-Language}. */
    public static Locale of(HttpServletRequest request) {
        return of(lines(request));
    }

    /**
     * The first of {@link #wanted(List)}, English where there is none.
     *
     * @param lines the header's values; empty for the machine's own language
     */
    public static Locale of(List<String> lines) {
        List<Locale> wanted = wanted(lines);
        return wanted.isEmpty() ? Locale.ENGLISH : wanted.get(0);
    }

    private static List<String> lines(HttpServletRequest request) {
        Enumeration<String> lines = request.getHeaders("Accept-Language");
        return lines == null ? List.of() : Collections.list(lines);
    }

    private static @Nullable Locale known(String tag) {
        String[] subtags = tag.split("-", 3);
        String language = subtags[0].toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(language)) {
            return null;
        }
        String country = subtags.length > 1 ? subtags[1].toUpperCase(Locale.ROOT) : "";
        return new Locale.Builder()
                .setLanguage(language)
                .setRegion(COUNTRIES.contains(country) ? country : "")
                .build();
    }

    /** 0 where it is not a weight as the standard writes them. */
    private static double weight(String parameter) {
        return parameter.matches("[qQ]=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(parameter.substring(2))
                : 0;
    }
}
