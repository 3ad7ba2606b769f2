// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawAnswer.End;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadShapeTest {

    private static final RawAnswer GET = answer(404, "Content-Length: 10", "Vary: Accept", "Date: today");

    @Test
    void theSameHeadersAreFineAndTheDateMayDiffer() {
        assertThat(HeadShape.faults(answer(404, "vary: Accept", "Date: now", "Content-Length: 10"), GET))
                .isEmpty();
    }

    @Test
    void theLengthMayBeMissing() {
        assertThat(HeadShape.faults(answer(404, "Vary: Accept"), GET)).isEmpty();
    }

    @Test
    void everyOtherDifferenceIsTold() {
        assertThat(HeadShape.faults(answer(200, "Content-Length: 0", "Allow: GET"), GET))
                .containsExactly(
                        "HEAD must have GET's status, got '200' instead of 404",
                        "HEAD must have GET's header content-length: [10], got '[0]'",
                        "HEAD must have GET's header vary: [Accept], got 'nothing'",
                        "HEAD must have no header that GET has not, got 'allow'");
    }

    private static RawAnswer answer(int status, String... headers) {
        List<Map.Entry<String, String>> entries = Arrays.stream(headers)
                .map(header -> header.split(": "))
                .map(pair -> Map.entry(pair[0], pair[1]))
                .toList();
        return new RawAnswer(status, entries, "", End.COMPLETE);
    }
}
