// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String VALID = "00-" + TRACE + "-" + SPAN + "-01";

    @ParameterizedTest
    @CsvSource({
        "00, false, false, 00",
        "01, true, false, 01",
        "02, false, true, 02",
        "03, true, true, 03",
        "09, true, false, 01",
        "ff, true, true, 03"
    })
    void flagsOfLevel2AreReadAndUnknownOnesDropped(String flags, boolean sampled, boolean random, String sent) {
        TraceParent parsed =
                TraceParent.parse("00-" + TRACE + "-" + SPAN + "-" + flags).orElseThrow();
        assertThat(parsed).isEqualTo(new TraceParent(TRACE, SPAN, sampled, random));
        assertThat(parsed.toHeader()).isEqualTo("00-" + TRACE + "-" + SPAN + "-" + sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cc-" + TRACE + "-" + SPAN + "-01",
                "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-will-be-like",
                "01-" + TRACE + "-" + SPAN + "-01-",
                "fe-" + TRACE + "-" + SPAN + "-03"
            })
    void laterVersionsAreReadAsVersion00(String header) {
        assertThat(TraceParent.parse(header)).contains(new TraceParent(TRACE, SPAN, true, false));
        assertThat(TraceParent.parse(header).orElseThrow().toHeader()).isEqualTo(VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "0-" + TRACE + "-" + SPAN + "-01",
                "0g-" + TRACE + "-" + SPAN + "-01",
                "0A-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-00F067AA0BA902B7-01",
                "00-" + TRACE + "-" + SPAN + "-0",
                "00-" + TRACE + "-" + SPAN + "-0G",
                "00-" + TRACE + "-" + SPAN + "-1A",
                "00-" + TRACE + "-" + SPAN + "-001",
                "00-" + TRACE + "-" + SPAN + "-01-",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-" + SPAN + "-01 ",
                " 00-" + TRACE + "-" + SPAN + "-01",
                "00_" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "_" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "_01",
                "cc-" + TRACE + "-" + SPAN + "-01.more",
                "cc-" + TRACE + "-" + SPAN + "-011",
                "00-" + TRACE + "-" + SPAN + "-01," + VALID
            })
    void whateverTheStandardForbidsIsIgnored(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Test
    void noHeaderIsNoTrace() {
        assertThat(TraceParent.parse(null)).isEmpty();
    }

    @Test
    void oneWrongCharacterAnywhereIsNeverAnException() {
        long seed = System.identityHashCode(this);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            char[] header = VALID.toCharArray();
            header[random.nextInt(header.length)] = (char) random.nextInt(0x180);
            String broken = new String(header);
            TraceParent.parse(broken)
                    .ifPresent(parsed -> assertThat(TraceParent.parse(parsed.toHeader()))
                            .as("seed %s, header %s", seed, broken)
                            .get()
                            .extracting(TraceParent::traceId, TraceParent::spanId, TraceParent::sampled)
                            .containsExactly(parsed.traceId(), parsed.spanId(), parsed.sampled()));
        }
    }

    @Test
    void wrongIdsAreNotBuilt() {
        assertThatThrownBy(() -> new TraceParent("0".repeat(32), SPAN, true))
                .hasMessage("trace id must be 32 lower-case hex digits and not all zero, got 32 other characters;"
                        + " use parse to refuse what a client sent");
        assertThatThrownBy(() -> new TraceParent(TRACE, "xyz", true))
                .hasMessage("span id must be 16 lower-case hex digits and not all zero, got 3 other characters;"
                        + " use parse to refuse what a client sent");
    }
}
