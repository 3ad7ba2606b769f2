// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the Observatory thinks of the cookies. */
final class CookieCheck {

    private static final Set<String> SAME_SITE = Set.of("lax", "strict", "none");
    private static final List<Verdict> WORSE = List.of(
            Verdict.COOKIES_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS,
            Verdict.COOKIES_WITHOUT_SECURE_FLAG,
            Verdict.COOKIES_SESSION_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS,
            Verdict.COOKIES_SAMESITE_FLAG_INVALID,
            Verdict.COOKIES_ANTICSRF_WITHOUT_SAMESITE_FLAG,
            Verdict.COOKIES_SESSION_WITHOUT_HTTPONLY_FLAG,
            Verdict.COOKIES_SESSION_WITHOUT_SECURE_FLAG);

    private CookieCheck() {}

    static Verdict of(ScannedAnswer answer) {
        List<String> cookies = answer.all("set-cookie");
        if (cookies.isEmpty()) {
            return Verdict.COOKIES_NOT_FOUND;
        }
        boolean hsts = PlainCheck.transport(answer) == Verdict.HSTS_IMPLEMENTED_MAX_AGE_AT_LEAST_SIX_MONTHS;
        List<Verdict> faults = new ArrayList<>();
        boolean allSameSite = true;
        for (String cookie : cookies) {
            String[] parts = cookie.split(";");
            String name = lower(parts[0].split("=", 2)[0]);
            Map<String, String> attributes = attributes(parts);
            collect(faults, name, attributes, hsts);
            allSameSite &= SAME_SITE.contains(attributes.getOrDefault("samesite", ""));
        }
        return faults.stream()
                .max(Comparator.comparingInt(WORSE::indexOf))
                .orElse(
                        allSameSite
                                ? Verdict.COOKIES_SECURE_WITH_HTTPONLY_SESSIONS_AND_SAMESITE
                                : Verdict.COOKIES_SECURE_WITH_HTTPONLY_SESSIONS);
    }

    private static void collect(List<Verdict> faults, String name, Map<String, String> attributes, boolean hsts) {
        boolean secure = attributes.containsKey("secure");
        boolean session = name.contains("login") || name.contains("sess");
        String sameSite = attributes.get("samesite");
        if (sameSite != null && (!SAME_SITE.contains(sameSite) || sameSite.equals("none") && !secure)) {
            faults.add(Verdict.COOKIES_SAMESITE_FLAG_INVALID);
        }
        if (!secure) {
            faults.add(
                    hsts
                            ? Verdict.COOKIES_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS
                            : Verdict.COOKIES_WITHOUT_SECURE_FLAG);
        }
        if (session && !secure) {
            faults.add(
                    hsts
                            ? Verdict.COOKIES_SESSION_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS
                            : Verdict.COOKIES_SESSION_WITHOUT_SECURE_FLAG);
        }
        if (session && !attributes.containsKey("httponly")) {
            faults.add(Verdict.COOKIES_SESSION_WITHOUT_HTTPONLY_FLAG);
        }
        if (name.contains("csrf") && sameSite == null) {
            faults.add(Verdict.COOKIES_ANTICSRF_WITHOUT_SAMESITE_FLAG);
        }
    }

    private static Map<String, String> attributes(String[] parts) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(lower(pair[0]), pair.length == 2 ? lower(pair[1]) : "");
        }
        return attributes;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
