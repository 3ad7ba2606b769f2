// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What errors and correlation must stand, whatever the server. Bounded in requests, threads, time and memory. */
@Tag("storm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class StormSuite {

    private static final int NOISE = 20_000;
    private static final int FAILURES = 10_000;
    private static final int MADE_UP = 50_000;
    private static final int WARM_UP = 10_000;
    private static final long MOST_GROWTH = 8L * 1024 * 1024;
    private static final int MOST_SERIES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For subclasses. */
    protected StormSuite() {}

    /** Where the server listens. */
    protected abstract URI baseUri();

    /** What the server counts into. */
    protected abstract Telemetry telemetry();

    /** Request lines of failures, with the statuses they must have. */
    protected Map<String, Integer> failures() {
        return Map.of(
                "GET /nowhere", 404,
                "DELETE /conformance/wrong-method", 405,
                "GET /conformance/runtime-exception", 500,
                "GET /conformance/checked-exception", 500,
                "GET /conformance/java-error/assertion", 500,
                "GET /conformance/send-error", 418,
                "GET /conformance/filter-exception", 500,
                "GET /conformance/async/callable", 500,
                "GET /conformance/stream-taken/stream", 500,
                "POST /conformance/unique-violation/jdbc", 409);
    }

    @Test
    void noiseIsAnsweredInTheOneShapeOrNotAtAll() {
        Storm storm = new Storm("noise", NOISE, 16);
        RawHttp http = http();
        try (ErrorLog log = ErrorLog.listen(false)) {
            storm.rage((index, random) -> {
                String request = Noise.request(random, http.authority());
                RawAnswer answer = http.exchangeUnfinished(request);
                storm.count(Verdict.kind(answer));
                List<String> faults = Verdict.faults(request, answer, Noise.CANARY);
                return faults.isEmpty() ? faults : List.of(faults + " for\n" + request + "\nanswered\n" + answer);
            });
            storm.done();
        }
        assertThat(storm.counted("problem")).as("problems among the answers").isGreaterThan(NOISE / 10);
        for (String line : failures().keySet()) {
            String id = "after-the-noise-1";
            RawAnswer answer = http.exchange(request(line, id, ""), false);
            assertThat(Verdict.problemFaults(answer))
                    .as("%s after the noise", line)
                    .isEmpty();
            assertThat(answer.header("X-Correlation-Id")).contains(id);
        }
    }

    @Test
    void parallelFailuresDoNotMixTheirIds() {
        Storm storm = new Storm("failures", FAILURES, 32);
        RawHttp http = http();
        List<Map.Entry<String, Integer>> kinds = failures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        Map<String, String> sentByErrorId = new ConcurrentHashMap<>();
        try (ErrorLog log = ErrorLog.listen(true)) {
            storm.rage((index, random) -> {
                Map.Entry<String, Integer> kind = kinds.get(index % kinds.size());
                String id = "storm-" + index + "-" + Long.toHexString(random.nextLong());
                RawAnswer answer = http.exchange(request(kind.getKey(), id, ""), false);
                List<String> faults = new ArrayList<>(Verdict.problemFaults(answer));
                if (answer.status() != kind.getValue()) {
                    faults.add("status must be " + kind.getValue() + ", got '" + answer.status() + "'");
                }
                if (!answer.values("X-Correlation-Id").equals(List.of(id))) {
                    faults.add("header must be " + id + ", got '" + answer.values("X-Correlation-Id") + "'");
                }
                JsonObject body = Verdict.body(answer);
                if (!id.equals(body.getString("correlationId", ""))) {
                    faults.add("body must tell " + id + ", got '" + body + "'");
                }
                String errorId = body.getString("instance", "").replace("urn:uuid:", "");
                if (sentByErrorId.put(errorId, id) != null) {
                    faults.add("error id must be new, got '" + errorId + "' again");
                }
                storm.count(String.valueOf(answer.status()));
                return faults.isEmpty() ? faults : List.of(kind.getKey() + ": " + faults + "\n" + answer);
            });
            storm.done();
            log.awaitEvents(FAILURES, PATIENCE);
            assertThat(log.faults()).as("log events, %s", storm).isEmpty();
            assertThat(log.correlationByErrorId()).as("log events, %s", storm).isEqualTo(sentByErrorId);
        }
    }

    @Test
    void madeUpLanguagesIdsAndMediaTypesLeaveNoMemoryBehind() {
        RawHttp http = http();
        try (ErrorLog log = ErrorLog.listen(false)) {
            Storm warmUp = new Storm("warm-up", WARM_UP, 16);
            warmUp.rage((index, random) -> madeUp(http, "w", index, random));
            warmUp.done();
            long before = Heap.used();
            int series = telemetry().totals().size();
            Storm storm = new Storm("made-up", MADE_UP, 16);
            storm.rage((index, random) -> madeUp(http, "m", index, random));
            storm.done();
            long after = Heap.used();
            storm.note("heap before " + before / 1024 + " KiB, after " + after / 1024 + " KiB");
            assertThat(after - before).as("growth of the heap, %s", storm).isLessThan(MOST_GROWTH);
            assertThat(telemetry().totals())
                    .as("telemetry, %s series before", series)
                    .hasSizeLessThan(MOST_SERIES)
                    .hasSizeLessThan(series + 10);
        }
    }

    private List<String> madeUp(RawHttp http, String phase, int index, Random random) {
        String mark = phase + index;
        String letters = new Random(mark.hashCode())
                .ints(5, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String number = Integer.toHexString(random.nextInt());
        String headers = "Accept-Language: " + letters + ", en-" + letters + ";q=0.5\r\nAccept: application/x-" + mark
                + "+json, text/x-" + number + ";v=" + mark
                + ", */*;q=0.1\r\n"
                + "X-Request-Id: " + number + mark + "\r\nX-Made-Up-" + mark + ": " + number + "\r\n";
        String id = "made-up-" + mark + "-" + number;
        RawAnswer answer = http.exchange(request("GET /nowhere/" + mark + "?q=" + number, id, headers), false);
        List<String> faults = new ArrayList<>(Verdict.problemFaults(answer));
        if (!answer.header("X-Correlation-Id").orElse("").equals(id)) {
            faults.add("header must be " + id + ", got '" + answer.values("X-Correlation-Id") + "'");
        }
        return faults.isEmpty() ? faults : List.of(headers + faults + "\n" + answer);
    }

    private RawHttp http() {
        return new RawHttp(baseUri(), PATIENCE);
    }

    private String request(String line, String id, String headers) {
        String length = line.startsWith("POST") ? "Content-Length: 0\r\n" : "";
        return line + " HTTP/1.1\r\nHost: " + baseUri().getAuthority() + "\r\nX-Correlation-Id: " + id + "\r\n"
                + headers + length + "Connection: close\r\n\r\n";
    }
}
