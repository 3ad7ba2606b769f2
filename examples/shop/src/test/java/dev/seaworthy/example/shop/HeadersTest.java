// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.headers.grade.Algorithm;
import dev.seaworthy.core.headers.grade.Grade;
import dev.seaworthy.core.headers.grade.Observatory;
import dev.seaworthy.core.headers.grade.ScannedAnswer;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HeadersTest extends ShopTest {

    @Autowired
    StartupReport report;

    private Grade grade(String path, Algorithm algorithm) {
        Answer answer = shop.get(path, "Accept", "text/html,*/*;q=0.8");
        Map<String, List<String>> headers =
                new HashMap<>(answer.response().headers().map());
        // What a browser gets to see over https, which the proxy in front of a real shop speaks.
        headers.put("Strict-Transport-Security", List.of("max-age=31536000"));
        return Observatory.grade(new ScannedAnswer(headers, answer.body()), algorithm);
    }

    @Test
    void dataScoresAllThatDataCanScore() {
        assertThat(grade("/api/orders/none", Algorithm.V4).toString()).isEqualTo("130 (A+, algorithm 4)");
        assertThat(grade("/api/orders/none", Algorithm.V6).toString()).isEqualTo("150 (A+, algorithm 6)");
    }

    @Test
    void frontPageScoresAllButTheCookieItDoesNotSetAndThePreloadListThatNoHeaderEarns() {
        Grade grade = grade("/", Algorithm.V4);
        assertThat(grade.toString()).isEqualTo("135 (A+, algorithm 4)");
        assertThat(grade.missed().stream()
                        .map(row -> row.test() + ' ' + row.reason())
                        .toList())
                .containsExactlyInAnyOrder(
                        "cookies -5: points are given for hardened cookies only, and none was set",
                        "strict-transport-security -5: these points are for hosts on the browsers' preload list,"
                                + " which no header can earn");
        assertThat(grade("/", Algorithm.V6).score()).isEqualTo(155);
    }

    @Test
    void shopPrintsItsOwnGrade() {
        RoomReport headers = report.rooms().stream()
                .filter(room -> room.room().equals("headers"))
                .findFirst()
                .orElseThrow();
        assertThat(headers.settings())
                .containsEntry("/api/**", "api, 130 (A+, algorithm 4)")
                .containsEntry("/", "html-strict, 130 (A+, algorithm 4)")
                .containsKeys("/ session", "/ strict-transport-security", "/ subresource-integrity");
    }

    @Test
    void scriptOfTheFrontPageCarriesTheNonceOfItsAnswer() {
        Answer page = shop.get("/", "Accept", "text/html");
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(page.body());
        assertThat(nonce.find()).isTrue();
        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("'nonce-" + nonce.group(1) + "'"));
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(shop.get("/", "Accept", "text/html").body()).doesNotContain(nonce.group(1));
    }
}
