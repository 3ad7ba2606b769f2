// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceStateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rojo=00f067aa0ba902b7",
                "congo=t61rcWkgMzE,rojo=00f067aa0ba902b7",
                "0key=value",
                "level-2-asks-no-system-id@=v",
                "fw529a3039@dt=FfAAAAAAA",
                "tenant-1_a*b/c@vendor@more=v",
                "a=!\"#$%&'()*+-./0123456789:;<>?@AZ[\\]^_`az{|}~",
                "a=  leading spaces stay"
            })
    void validHeadersArePassedOnAsTheyAre(String header) {
        assertThat(parsed(header)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "foo=",
                "=foo",
                "Foo=1",
                "foo =1",
                "foo=1,bar",
                "foo=1,foo=2",
                "foo=1,bar=2,foo=1",
                "foo=a=b",
                "_foo=1",
                "@foo=1",
                "foo.bar=1",
                "foo=\u00e9",
                "foo=a\tb",
                "foo=a\u0000",
                "foo=a\r\nX-Evil: 1",
                "foo=1;bar=2=3"
            })
    void oneBadMemberDropsTheWholeHeader(String header) {
        assertThat(TraceState.parse(List.of(header))).isEmpty();
    }

    @Test
    void emptyMembersAndOptionalSpacesAreSkipped() {
        assertThat(parsed(" ,, a=1 \t,\t b=2 ,")).isEqualTo("a=1,b=2");
        assertThat(TraceState.parse(List.of())).isEmpty();
        assertThat(TraceState.parse(List.of("", " ", ",,"))).isEmpty();
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(TraceState.parse(List.of("a=1", "", "b=2, c=3"))
                        .orElseThrow()
                        .toHeader())
                .isEqualTo("a=1,b=2,c=3");
        assertThat(TraceState.parse(List.of("a=1", "a=2"))).isEmpty();
    }

    @Test
    void thirtyTwoMembersAreTheMost() {
        assertThat(parsed(members(32, "v"))).isEqualTo(members(32, "v"));
        assertThat(parsed(members(32, "v") + ", ,")).isEqualTo(members(32, "v"));
        assertThat(TraceState.parse(List.of(members(33, "v")))).isEmpty();
    }

    @Test
    void keysAndValuesEndAt256Characters() {
        assertThat(TraceState.parse(List.of("k".repeat(256) + "=" + "v".repeat(256))))
                .isPresent();
        assertThat(TraceState.parse(List.of("k".repeat(257) + "=v"))).isEmpty();
        assertThat(TraceState.parse(List.of("k=" + "v".repeat(257)))).isEmpty();
    }

    @Test
    void atMost512CharactersAreHandedOnLargeMembersGoingFirst() {
        String large = "large=" + "x".repeat(200);
        String header = parsed(members(20, "x".repeat(16)) + "," + large);
        assertThat(header).isEqualTo(members(20, "x".repeat(16)));
        assertThat(parsed(large + "," + members(3, "v"))).startsWith(large);
    }

    @Test
    void thenTheLastMembersGo() {
        String header = parsed(members(32, "x".repeat(20)));
        assertThat(header.length()).isBetween(480, 512);
        assertThat(members(32, "x".repeat(20))).startsWith(header);
    }

    private static String parsed(String header) {
        return TraceState.parse(List.of(header)).orElseThrow().toHeader();
    }

    private static String members(int count, String value) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + "=" + value).collect(Collectors.joining(","));
    }
}
