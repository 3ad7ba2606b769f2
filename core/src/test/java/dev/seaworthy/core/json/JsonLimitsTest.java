// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLimitsTest {

    private static final JsonLimits SMALL = new JsonLimits(60, 3, 6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[[[]]]",
                "{\"a\":{\"b\":[1]}}",
                "[1,2,3,4,5]",
                "\"[[[[[[ 1,2,3,4,5,6,7 \\\" ]]]]]]\"",
            })
    void whatFitsPasses(String json) {
        assertThatCode(() -> SMALL.check(json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [[[[]]]]                | nested deeper than 3
                    {"a":{"b":{"c":{}}}}    | nested deeper than 3
                    [1,2,3,4,5,6]           | more than 6 tokens
                    ["1","2","3",4,true,[]] | more than 6 tokens
                    {"a":1,"b":2,"c":3}     | more than 6 tokens
                    """)
    void whatDoesNotFitIsRefusedInWords(String json, String how) {
        assertThatThrownBy(() -> SMALL.check(json)).hasMessageContaining(how).hasMessageContaining("send less");
    }

    @Test
    void tooLongIsRefusedWithoutARepetition() {
        JsonReadException refused =
                catchThrowableOfType(JsonReadException.class, () -> SMALL.check('"' + "x".repeat(60) + '"'));

        assertThat(refused.fault().kind()).isEqualTo(JsonFault.Kind.LIMIT_EXCEEDED);
        assertThat(refused).hasMessageContaining("longer than 60 characters");
        assertThat(refused.getMessage()).doesNotContain("xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]]]]", "\"", "\"\\", "{\"a", "nul", "]{[}"})
    void textThatIsNoJsonEndsToo(String text) {
        assertThatCode(() -> SMALL.check(text)).doesNotThrowAnyException();
    }

    @Test
    void limitsBelowOneAreRefused() {
        assertThatThrownBy(() -> new JsonLimits(1, 0, 1))
                .hasMessage("maxDepth must be 1 or more, got '0'; write for example 1000");
    }
}
