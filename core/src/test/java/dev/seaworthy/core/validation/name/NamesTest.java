// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.name;

import static dev.seaworthy.core.validation.Checked.accepts;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    record Ascii(@Identifier(max = 10) @Nullable String name) {}

    record Unicode(@Identifier(unicode = true) @Nullable String name) {}

    record Shown(@NoConfusables @Nullable String name) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a", "order-7", "A_b-9", "abcdefghij"})
    void plainNamesAreIdentifiers(String name) {
        assertThat(accepts(new Ascii(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7up", "-x", "_x", "a b", "a.b", "abcdefghijk", "\u00e4", "a\n", "7; drop table"})
    void everythingElseIsNoIdentifier(String name) {
        assertThat(accepts(new Ascii(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stra\u00dfe", "\u0438\u043c\u044f_1", "\u540d\u524d", "na-me"})
    void otherWritingSystemsHaveNamesToo(String name) {
        assertThat(accepts(new Unicode(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p\u0430ypal", "\ufb01sh", "\u1d4acript", "a\u200db", "1\u0438", "a\u0308"})
    void namesThatOnlyLookLikeAnotherAreNoIdentifiers(String name) {
        assertThat(accepts(new Unicode(name))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "paypal",
                "12:30!",
                "\u041f\u0440\u0438\u0432\u0435\u0442 7",
                "\u6771\u4eac Tower \u30bf\u30ef\u30fc"
            })
    void oneWritingSystemIsFine(String name) {
        assertThat(accepts(new Shown(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p\u0430ypal", "\u0391dmin", "a\u05d0", "\u3042\ud55c"})
    void mixedWritingSystemsAreNot(String name) {
        assertThat(accepts(new Shown(name))).isFalse();
    }
}
