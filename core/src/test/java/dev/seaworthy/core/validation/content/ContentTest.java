// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.content;

import static dev.seaworthy.core.validation.Checked.accepts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.validation.html.CleanHtml;
import dev.seaworthy.core.validation.html.SafeHtml;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    record Upload(@SafeFilename @Nullable String name) {}

    record Cell(@NoFormula @Nullable String text) {}

    record Price(@MoneyAmount(integer = 6) @Nullable BigDecimal amount) {}

    record Balance(
            @MoneyAmount(negative = true, fraction = 0) @Nullable
            BigDecimal amount) {}

    record Comment(@SafeHtml(max = 200) @Nullable String html) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "invoice 2026.pdf",
                "a",
                "\u00fcbersicht.csv",
                "archive.tar.gz",
                "console.log",
                "\ud83d\ude80.png"
            })
    void namesOfFilesAreAccepted(String name) {
        assertThat(accepts(new Upload(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../x",
                "..\\boot.ini",
                "a/b",
                "C:x",
                ".htaccess",
                "-rf",
                "~root",
                "nul",
                "NUL.txt",
                "com1",
                "lpt9.tar.gz",
                "con .txt",
                "x.",
                "x ",
                "a\u0000.png",
                "a\nb",
                "pdf\u202Efdp.exe",
                "a|b",
                "$HOME",
                "%2e%2e",
                "a\u0308.txt"
            })
    void everythingThatIsMoreThanANameIsRefused(String name) {
        assertThat(accepts(new Upload(name))).isFalse();
    }

    @Test
    void namesAreMeasuredInBytes() {
        assertThat(accepts(new Upload("x".repeat(255)))).isTrue();
        assertThat(accepts(new Upload("x".repeat(256)))).isFalse();
        assertThat(accepts(new Upload("\u00fc".repeat(128)))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "Tea", "-12.50", "+49 30 1234", "1-1", "a=b", "'", "mail@example.com", "(=1)"})
    void plainCellsAreAccepted(String text) {
        assertThat(accepts(new Cell(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"x\")",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd",
                "\t=1",
                "\r=1",
                "  =1",
                "\"=1",
                "\uff1d1"
            })
    void formulasAreRefused(String text) {
        assertThat(accepts(new Cell(text))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "0.00", "12.50", "12.500", "999999.99", "1E+3", "1.2E+5"})
    void amountsAreAccepted(BigDecimal amount) {
        assertThat(accepts(new Price(amount))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "12.505", "1000000", "1E+6", "1E+1000000000", "1E-1000000000", "0E-1000000000"})
    void amountsThatNobodyCanPayAreRefusedAtOnce(BigDecimal amount) {
        assertThat(accepts(new Price(amount))).isFalse();
    }

    @Test
    void endlessDigitsAreRefusedWithoutCountingThem() {
        assertThat(accepts(new Price(new BigDecimal(java.math.BigInteger.ONE.shiftLeft(5_000_000)))))
                .isFalse();
    }

    @Test
    void debtsAndYenAreAMatterOfSettings() {
        assertThat(accepts(new Balance(new BigDecimal("-120")))).isTrue();
        assertThat(accepts(new Balance(new BigDecimal("-120.5")))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "plain & simple",
                "<p>Thank <b>you</b></p>",
                "<ul><li>tea</li></ul>",
                "<a href=\"https://example.com/\">x</a>"
            })
    void formattingIsAccepted(String html) {
        assertThat(accepts(new Comment(html))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<b onclick=alert(1)>x</b>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe src=//x>",
                "<svg/onload=alert(1)>",
                "<style>*{}</style>",
                "<form action=//x>",
                "<p style=\"color:red\">x</p>"
            })
    void whateverRunsLoadsOrStylesIsRefused(String html) {
        assertThat(accepts(new Comment(html))).isFalse();
    }

    @Test
    void cleaningLeavesTheHarmlessPart() {
        assertThat(CleanHtml.clean("<p onclick=x>Thank <b>you</b><script>alert(1)</script></p>"))
                .isEqualTo("<p>Thank <b>you</b></p>");
        assertThat(accepts(new Comment("x".repeat(201)))).isFalse();
    }
}
