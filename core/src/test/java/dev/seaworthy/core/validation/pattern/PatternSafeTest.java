// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.pattern;

import static dev.seaworthy.core.validation.Checked.accepts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatternSafeTest {

    record Greedy(
            @PatternSafe(regexp = "(.*)(.*)(.*)(.*)=1") @Nullable
            String text) {}

    record Grouped(
            @PatternSafe(regexp = "(a|b)*", steps = 1_000_000)
            String text) {}

    record Sku(
            @PatternSafe(regexp = "[a-z]+-\\d+", flags = Pattern.CASE_INSENSITIVE)
            String text) {}

    record Broken(@PatternSafe(regexp = "(") String text) {}

    @Test
    void theWholeTextHasToMatch() {
        assertThat(accepts(new Sku("TEA-1"))).isTrue();
        assertThat(accepts(new Sku("TEA-1\n"))).isFalse();
        assertThat(accepts(new Sku("x TEA-1"))).isFalse();
        assertThat(accepts(new Greedy(null))).isTrue();
    }

    @Test
    void aPatternThatBacktracksWithoutEndRefusesTheInput() {
        assertThat(accepts(new Greedy("a=1"))).isTrue();
        assertThat(accepts(new Greedy("a=2"))).isFalse();
        assertThat(accepts(new Greedy("a".repeat(100) + "=1"))).isTrue();
        assertThat(accepts(new Greedy("a".repeat(100)))).isFalse();
    }

    @Test
    void stepsAreCountedAlsoWhereTheJdkReadsAgain() {
        StepLimited text = new StepLimited("a".repeat(100), 1_000);

        assertThatThrownBy(() -> Pattern.compile("(.*)(.*)(.*)=").matcher(text).matches())
                .isInstanceOf(TooManySteps.class);
    }

    @Test
    void aPatternThatRecursesTooDeeplyRefusesTheInput() {
        assertThat(accepts(new Grouped("ab".repeat(200_000)))).isFalse();
    }

    @Test
    void whatIsNoPatternIsRefusedInWords() {
        assertThatThrownBy(() -> accepts(new Broken("x")))
                .rootCause()
                .isInstanceOf(java.util.regex.PatternSyntaxException.class);
        assertThatThrownBy(() -> accepts(new Broken("x")))
                .hasStackTraceContaining("@PatternSafe has a regexp that is none, got '('");
    }
}
