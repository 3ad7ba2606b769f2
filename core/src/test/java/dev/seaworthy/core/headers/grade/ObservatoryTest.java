// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ObservatoryTest {

    /** The published analyser's words beside ours; {@code record.mjs} next to the recording says how they were got. */
    @TestFactory
    Stream<DynamicTest> scoresAsThePublishedAnalyserDid() throws Exception {
        return Recording.all().stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.name(), () -> {
                    Grade grade = Observatory.grade(recorded.answer(), Algorithm.V4);
                    assertThat(grade.rows().stream()
                                    .map(row -> row.test() + " " + row.verdict().word() + " " + row.points())
                                    .toList())
                            .containsExactlyInAnyOrderElementsOf(recorded.rows());
                    assertThat(grade.score() + " " + grade.letter()).isEqualTo(recorded.score());
                }));
    }

    @Test
    void recordingHasEnoughToProveSomething() throws Exception {
        assertThat(Recording.all()).hasSizeGreaterThan(130);
        assertThat(Recording.all().stream().map(Recording::score).distinct()).hasSizeGreaterThan(10);
    }

    @Test
    void newestAlgorithmRewardsOpenerEmbedderAndFraming() {
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "Content-Type", List.of("application/json"),
                "Content-Security-Policy", List.of("default-src 'none'"),
                "Strict-Transport-Security", List.of("max-age=63072000"),
                "X-Content-Type-Options", List.of("nosniff"),
                "X-Frame-Options", List.of("DENY"),
                "Referrer-Policy", List.of("no-referrer"),
                "Cross-Origin-Opener-Policy", List.of("same-origin"),
                "Cross-Origin-Embedder-Policy", List.of("require-corp"),
                "Cross-Origin-Resource-Policy", List.of("same-origin")));
        assertThat(score(headers, Algorithm.V4)).isEqualTo(125);
        assertThat(score(headers, Algorithm.V6)).isEqualTo(150);

        headers.put("Cross-Origin-Opener-Policy", List.of("same-origin", "same-origin"));
        assertThat(score(headers, Algorithm.V6)).isEqualTo(135);
        headers.put("Cross-Origin-Opener-Policy", List.of("unsafe-none"));
        assertThat(score(headers, Algorithm.V6)).isEqualTo(140);
        headers.remove("Cross-Origin-Embedder-Policy");
        assertThat(score(headers, Algorithm.V6)).isEqualTo(130);
    }

    @Test
    void saysWhyEachPointIsMissing() {
        Grade grade = Observatory.grade(new ScannedAnswer(Map.of(), ""), Algorithm.V6);
        List<String> reasons = new ArrayList<>();
        grade.missed().forEach(row -> reasons.add(row.reason()));
        assertThat(reasons).contains("-35: send a Content-Security-Policy");
        assertThat(reasons).noneMatch(reason -> reason.endsWith(": "));
        assertThat(grade.toString()).isEqualTo("30 (D, algorithm 6)");
    }

    @Test
    void everyVerdictThatLeavesPointsSaysHowToGetThem() {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.points() < 0) {
                assertThat(verdict.advice()).as(verdict.word()).isNotBlank();
            }
        }
    }

    private static int score(Map<String, List<String>> headers, Algorithm algorithm) {
        return Observatory.grade(new ScannedAnswer(headers, ""), algorithm).score();
    }
}
