// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.Locale;

/** What the Observatory thinks of the three cross-origin policies. */
final class CrossOriginCheck {

    private CrossOriginCheck() {}

    static Verdict resource(ScannedAnswer answer) {
        return switch (value(answer, "cross-origin-resource-policy")) {
            case "" -> Verdict.CORP_NOT_IMPLEMENTED;
            case "same-origin" -> Verdict.CORP_IMPLEMENTED_WITH_SAME_ORIGIN;
            case "same-site" -> Verdict.CORP_IMPLEMENTED_WITH_SAME_SITE;
            case "cross-origin" -> Verdict.CORP_IMPLEMENTED_WITH_CROSS_ORIGIN;
            default -> Verdict.CORP_HEADER_INVALID;
        };
    }

    static Verdict opener(ScannedAnswer answer) {
        return switch (value(answer, "cross-origin-opener-policy")) {
            case "" -> Verdict.COOP_NOT_IMPLEMENTED;
            case "same-origin", "same-origin-allow-popups", "noopener-allow-popups" -> Verdict.COOP_IMPLEMENTED;
            case "unsafe-none" -> Verdict.COOP_IMPLEMENTED_WITH_UNSAFE_NONE;
            default -> Verdict.COOP_HEADER_INVALID;
        };
    }

    static Verdict embedder(ScannedAnswer answer) {
        return switch (value(answer, "cross-origin-embedder-policy")) {
            case "" -> Verdict.COEP_NOT_IMPLEMENTED;
            case "require-corp", "credentialless" -> Verdict.COEP_IMPLEMENTED;
            case "unsafe-none" -> Verdict.COEP_IMPLEMENTED_WITH_UNSAFE_NONE;
            default -> Verdict.COEP_HEADER_INVALID;
        };
    }

    private static String value(ScannedAnswer answer, String name) {
        return answer.one(name).toLowerCase(Locale.ROOT);
    }
}
