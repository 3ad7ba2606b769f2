// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspLint;
import dev.seaworthy.core.headers.grade.Algorithm;
import dev.seaworthy.core.headers.grade.Grade;
import dev.seaworthy.core.headers.grade.Observatory;
import dev.seaworthy.core.headers.grade.ScannedAnswer;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.report.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the headers are worth, as the app can tell by itself: each profile is graded as if an empty answer carried it over
 * https. Scripts with an integrity attribute and hardened cookies, which only a real answer has, would add 5 points each.
 */
public final class HeadersReport {

    private static final String NONCE = "bm9uY2Utb2YtbWFueS1ieXRlcw";

    private HeadersReport() {}

    /** The profile's grade. */
    public static Grade grade(HeaderProfile profile, AnswerKind kind, Algorithm algorithm) {
        return Observatory.grade(new ScannedAnswer(headers(profile, kind), ""), algorithm);
    }

    private static Map<String, List<String>> headers(HeaderProfile profile, AnswerKind kind) {
        Map<String, List<String>> headers = new HashMap<>();
        profile.fixed(true).forEach(header -> headers.put(header.name(), List.of(header.value())));
        profile.enforced().ifPresent(csp -> headers.put(HeaderProfile.CSP, List.of(csp.text(NONCE))));
        profile.observed().ifPresent(csp -> headers.put(HeaderProfile.CSP_REPORT_ONLY, List.of(csp.text(NONCE))));
        headers.put("Content-Type", List.of(kind == AnswerKind.DOCUMENT ? "text/html" : "application/json"));
        return headers;
    }

    /** Each profile's grade, and below it each point that is missing and why. */
    public static Map<String, String> grades(HeaderSettings settings, Algorithm algorithm) {
        Map<String, String> lines = new LinkedHashMap<>();
        add(lines, "data", settings.data(), AnswerKind.DATA, algorithm);
        add(lines, "pages", settings.document(), AnswerKind.DOCUMENT, algorithm);
        settings.rules().forEach(rule -> add(lines, rule.pattern(), rule.profile(), kind(rule.profile()), algorithm));
        return lines;
    }

    // The one whose policy lets nothing load is the one for data.
    private static AnswerKind kind(HeaderProfile profile) {
        return profile.name().equals(BuiltInProfile.API.word()) ? AnswerKind.DATA : AnswerKind.DOCUMENT;
    }

    private static void add(
            Map<String, String> lines, String what, HeaderProfile profile, AnswerKind kind, Algorithm algorithm) {
        Grade grade = grade(profile, kind, algorithm);
        lines.put(what, profile.name() + ", " + grade);
        grade.missed().forEach(row -> lines.put(what + ' ' + shown(row.test()), row.reason()));
    }

    // Under the name of cookies a report masks every value.
    private static String shown(String test) {
        return test.equals("cookies") ? "session" : test;
    }

    /** What looks wrong about the enforced policies. */
    public static List<Finding> lint(HeaderSettings settings) {
        List<Finding> findings = new ArrayList<>();
        settings.profiles().stream()
                .filter(HeadersReport::decides)
                .forEach(profile -> CspLint.of(profile.enforced().orElseThrow()).stream()
                        .map(finding -> new Finding(finding.severity(), profile.name() + ": " + finding.text()))
                        .forEach(findings::add));
        return findings;
    }

    // One that decides about framing alone is not meant to decide about scripts.
    private static boolean decides(HeaderProfile profile) {
        return profile.enforced()
                .map(Csp::directives)
                .filter(all -> all.size() > 1)
                .isPresent();
    }
}
