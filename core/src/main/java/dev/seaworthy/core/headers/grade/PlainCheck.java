// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Observatory thinks of the headers with one plain value. */
final class PlainCheck {

    private static final long SIX_MONTHS = 15_552_000;
    private static final Pattern AGE = Pattern.compile("\\s*[+-]?[0-9]{1,15}");
    private static final Set<String> PRIVATE =
            Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
    private static final Set<String> UNSAFE =
            Set.of("origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade");

    private PlainCheck() {}

    static Verdict transport(ScannedAnswer answer) {
        String value = answer.one("strict-transport-security").toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return Verdict.HSTS_NOT_IMPLEMENTED;
        }
        Long seconds = null;
        for (String part : value.split(";")) {
            if (part.strip().startsWith("max-age=")) {
                Matcher age = AGE.matcher(part.strip().substring("max-age=".length()));
                // The Observatory compares whatever is no number as if it were long enough.
                seconds = age.lookingAt() ? Long.parseLong(age.group().strip()) : Long.MAX_VALUE;
            }
        }
        if (seconds == null || value.indexOf(',') >= 0) {
            return Verdict.HSTS_HEADER_INVALID;
        }
        return seconds < SIX_MONTHS
                ? Verdict.HSTS_IMPLEMENTED_MAX_AGE_LESS_THAN_SIX_MONTHS
                : Verdict.HSTS_IMPLEMENTED_MAX_AGE_AT_LEAST_SIX_MONTHS;
    }

    static Verdict referrer(ScannedAnswer answer) {
        String value = answer.one("referrer-policy").toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return Verdict.REFERRER_POLICY_NOT_IMPLEMENTED;
        }
        Verdict last = Verdict.REFERRER_POLICY_HEADER_INVALID;
        for (String token : value.split(",")) {
            if (PRIVATE.contains(token.strip())) {
                last = Verdict.REFERRER_POLICY_PRIVATE;
            } else if (UNSAFE.contains(token.strip())) {
                last = Verdict.REFERRER_POLICY_UNSAFE;
            }
        }
        return last;
    }

    static Verdict sniffing(ScannedAnswer answer) {
        return switch (answer.one("x-content-type-options").toLowerCase(Locale.ROOT)) {
            case "" -> Verdict.X_CONTENT_TYPE_OPTIONS_NOT_IMPLEMENTED;
            case "nosniff" -> Verdict.X_CONTENT_TYPE_OPTIONS_NOSNIFF;
            default -> Verdict.X_CONTENT_TYPE_OPTIONS_HEADER_INVALID;
        };
    }

    static Verdict framing(ScannedAnswer answer, CspCheck policy) {
        if (policy.decidesAboutFraming()) {
            return Verdict.X_FRAME_OPTIONS_IMPLEMENTED_VIA_CSP;
        }
        String value = answer.one("x-frame-options").toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return Verdict.X_FRAME_OPTIONS_NOT_IMPLEMENTED;
        }
        if (value.equals("deny") || value.equals("sameorigin")) {
            return Verdict.X_FRAME_OPTIONS_SAMEORIGIN_OR_DENY;
        }
        return value.startsWith("allow-from")
                ? Verdict.X_FRAME_OPTIONS_ALLOW_FROM_ORIGIN
                : Verdict.X_FRAME_OPTIONS_HEADER_INVALID;
    }
}
