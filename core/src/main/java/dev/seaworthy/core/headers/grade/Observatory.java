// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores an answer as the Observatory does: 100, less what is missing, and a bonus for what is better than needed, which
 * counts only where little is missing.
 *
 * @see <a href="https://github.com/mdn/mdn-http-observatory">MDN's HTTP Observatory</a>
 */
public final class Observatory {

    private static final int START = 100;
    private static final int NEEDED_FOR_BONUS = 90;

    private Observatory() {}

    /** The score of one answer. */
    public static Grade grade(ScannedAnswer answer, Algorithm algorithm) {
        List<Grade.Row> rows = rows(answer, algorithm);
        int lost = 0;
        int won = 0;
        for (Grade.Row row : rows) {
            lost += Math.min(0, row.points());
            won += Math.max(0, row.points());
        }
        int score = START + lost >= NEEDED_FOR_BONUS ? START + lost + won : START + lost;
        return new Grade(algorithm, Math.max(0, score), rows);
    }

    private static List<Grade.Row> rows(ScannedAnswer answer, Algorithm algorithm) {
        boolean newest = algorithm == Algorithm.V6;
        List<Grade.Row> rows = new ArrayList<>();
        CspCheck policy = new CspCheck(answer);
        rows.add(row("content-security-policy", policy.verdict(), 10));
        rows.add(row("cookies", CookieCheck.of(answer), 5));
        rows.add(row("cross-origin-resource-policy", CrossOriginCheck.resource(answer), 10));
        if (newest) {
            rows.add(row("cross-origin-opener-policy", CrossOriginCheck.opener(answer), 10));
            rows.add(row("cross-origin-embedder-policy", CrossOriginCheck.embedder(answer), 10));
        }
        rows.add(row("redirection", Verdict.REDIRECTION_TO_HTTPS, 0));
        rows.add(row("referrer-policy", PlainCheck.referrer(answer), 5));
        rows.add(row("strict-transport-security", PlainCheck.transport(answer), 5));
        rows.add(row("subresource-integrity", ScriptCheck.of(answer), 5));
        rows.add(row("x-content-type-options", PlainCheck.sniffing(answer), 0));
        Verdict framing = PlainCheck.framing(answer, policy);
        boolean rewarded = newest && framing == Verdict.X_FRAME_OPTIONS_SAMEORIGIN_OR_DENY;
        rows.add(new Grade.Row("x-frame-options", framing, rewarded ? 5 : framing.points(), 5));
        return rows;
    }

    private static Grade.Row row(String test, Verdict verdict, int most) {
        return new Grade.Row(test, verdict, verdict.points(), most);
    }
}
