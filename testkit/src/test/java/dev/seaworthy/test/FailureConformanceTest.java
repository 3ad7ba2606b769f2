// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.test.FailingApp.Log;
import dev.seaworthy.test.http.ScriptedServer;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit must pass what is right, and above all fail what is wrong. */
class FailureConformanceTest {

    private static final Probe PROBE = Probe.get(
            "sample",
            "/conformance/sample?q={canary}",
            Expectation.problem(404).code("NOT_FOUND").header("Allow").pointingAt("query", "/q"));
    private static final Probe BUG = PROBE.expecting(Expectation.problem(500));
    private static final Probe PAGE = PROBE.expecting(Expectation.page(404)).header("Accept", "text/html");
    private static final Probe HEAD = PROBE.expecting(Expectation.head(404));

    @Test
    void whatIsRightPasses() {
        assertThatCode(() -> run(PROBE, new FailingApp(404))).doesNotThrowAnyException();
        assertThatCode(() -> run(BUG, new FailingApp(500))).doesNotThrowAnyException();
        assertThatCode(() -> run(PAGE, new FailingApp(404))).doesNotThrowAnyException();
        assertThatCode(() -> run(HEAD, new FailingApp(404))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            HTTP/1.1 404         | HTTP/1.1 400        | status must be one of [404], got '400'
            "status":404         | "status":400        | status in the body must be the HTTP status 404, got '400'
            problem+json         | json                | Content-Type must be exactly application/problem+json
            problem+json         | problem+json;charset=UTF-8 | Content-Type must be exactly application/problem+json
            no-store             | no-cache            | Cache-Control must be no-store, got 'no-cache'
            nosniff              | sniff               | X-Content-Type-Options must be nosniff, once, got '[sniff]'
            Content-Language: en | Content-Language: e n | Content-Language must name the language of the texts, got 'e n'
            Allow: GET           | X-Allow: GET        | header Allow must be there, got 'nothing'
            "code":"NOT_FOUND"   | "code":"GONE"       | code must be one of [NOT_FOUND], got 'GONE'
            "pointer":"/q"       | "pointer":"/p"      | errors must point at /q in query
            "in":"query"         | "in":"body"         | errors must point at /q in query
            X-Correlation-Id: kit | X-Correlation-Id: tik | header X-Correlation-Id must be the one sent
            X-Correlation-Id     | X-Id                | header X-Correlation-Id must be there once, got '[]'
            "correlationId":"kit | "correlationId":"tik | correlationId must be the header X-Correlation-Id
            It failed            | No <path>           | body repeats what the request sent
            It failed            | at a.B(B.java:1)    | body gives away a stack frame, got 'at a.B('
            "retryable":false    | "retryable":0       | retryable must be true or false
            {"type"              | ["type"             | body must be one JSON object
            """)
    void whatIsWrongFails(String right, String wrong, String fault) {
        assertThatThrownBy(() -> run(PROBE, new FailingApp(404).wrongly(right, wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("mode 1 unknown path: sample\n  - ")
                .hasMessageContaining(fault);
    }

    @Test
    void headersOfTheSuccessThatWasNotFail() {
        assertThatThrownBy(() -> run(PROBE, new FailingApp(404).wrongly("Allow: GET", "Allow: GET\r\nETag: 1")))
                .hasMessageContaining("header ETag must not be there, got '1'");
        assertThatThrownBy(() -> run(
                        PROBE.expecting(PROBE.expectation().without("WWW-Authenticate")),
                        new FailingApp(404).wrongly("Allow: GET", "Allow: GET\r\nWWW-Authenticate: Basic")))
                .hasMessageContaining("header WWW-Authenticate must not be there, got 'Basic'");
    }

    @Test
    void aCutAnswerFails() {
        assertThatThrownBy(() ->
                        run(PROBE, request -> new FailingApp(404).apply(request).replace("more", "")))
                .hasMessageContaining("answer must come whole, got 'CUT_OFF'");
    }

    @Test
    void anIdUsedTwiceFails() throws Exception {
        FailingApp app = new FailingApp(404).alwaysWithId("0198f3c2-6b1e-7c50-9a3e-2f64b9a1c0de");
        assertThat(failures(List.of(PROBE, PROBE), app))
                .singleElement()
                .asString()
                .contains("instance must be new for each failure");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ONCE")
    void aLogThatDoesNotTellTheFailureExactlyOnceFails(Log log) throws Exception {
        String wanted = switch (log) {
            case NEVER -> "logger dev.seaworthy.error must tell a failure exactly once, got '0' events";
            case TWICE -> "logger dev.seaworthy.error must tell a failure exactly once, got '2' events";
            case ANOTHER_ID -> "log event must carry the body's error id";
            case ALSO_ELSEWHERE -> "a failure must be logged once, got 'ERROR container: failed";
            default -> "a 500 must be logged as ERROR with its stack, got 'INFO";
        };
        assertThat(failures(List.of(BUG), new FailingApp(500).logging(log)))
                .singleElement()
                .asString()
                .contains(wanted);
    }

    @Test
    void aStackInTheLogOfARefusalFails() {
        assertThatThrownBy(() -> run(PROBE, new FailingApp(404).logging(Log.LOUDLY)))
                .hasMessageContaining("a 404 must be logged quietly and without stack, got 'ERROR");
    }

    @Test
    void aWrongPageFails() {
        assertThatThrownBy(() -> run(PAGE, new FailingApp(404).wrongly("<p>", "<script>")))
                .hasMessageContaining("page must hold nothing that runs, got '<script'");
        assertThatThrownBy(() -> run(PAGE, new FailingApp(404).wrongly("text/html;charset=UTF-8", "text/html")))
                .hasMessageContaining("Content-Type must be text/html;charset=UTF-8, got 'text/html'");
    }

    @Test
    void aHeadThatDiffersFails() {
        FailingApp app = new FailingApp(404);
        assertThatThrownBy(() -> run(
                        HEAD, request -> request.startsWith("HEAD") ? app.apply(request) + "body" : app.apply(request)))
                .hasMessageContaining("HEAD must be answered without a body, got 'body'");
        assertThatThrownBy(() -> run(
                        HEAD,
                        request -> request.startsWith("HEAD")
                                ? app.apply(request).replace("Allow", "X-Allow")
                                : app.apply(request)))
                .hasMessageContaining("HEAD must have GET's header allow: [GET], got 'nothing'");
    }

    @Test
    void somethingAppendedToAnAnswerUnderWayFails() {
        String begun = "HTTP/1.1 200 OK\r\nX-Correlation-Id: made-by-app\r\nTransfer-Encoding: chunked\r\n\r\n";
        Probe probe = PROBE.expecting(Expectation.aborted()).header("X-Correlation-Id", "not to be kept");
        UnaryOperator<String> quiet = request -> {
            new FailingApp(404).apply("GET /");
            return begun + "4\r\nhalf\r\n";
        };
        assertThatCode(() -> run(probe, quiet)).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(probe, request -> quiet.apply(request) + "d\r\n{\"status\":200\r\n"))
                .hasMessageContaining("nothing may be appended to an answer under way");
        assertThatThrownBy(() -> run(probe, request -> quiet.apply(request) + "0\r\n\r\n"))
                .hasMessageContaining("connection must be aborted, got 'COMPLETE'");
    }

    @Test
    void everyProbeOfTheChosenModesIsATestAndTheLogIsCheckedLast() throws Exception {
        try (Stream<DynamicNode> tests = kit(
                        URI.create("http://localhost:1"), EnumSet.of(FailureMode.ASYNC, FailureMode.UPSTREAM), null)
                .everyFailureHasTheOneShape()) {
            assertThat(tests.map(DynamicNode::getDisplayName))
                    .containsExactly(
                            "18 failure of asynchronous work: exception",
                            "18 failure of asynchronous work: timeout",
                            "18 failure of asynchronous work: failed future",
                            "25 another service refuses or fails: answers 401",
                            "25 another service refuses or fails: answers 404",
                            "25 another service refuses or fails: answers 429",
                            "25 another service refuses or fails: answers 500",
                            "nothing was logged twice");
        }
    }

    private static void run(Probe probe, UnaryOperator<String> app) throws Exception {
        List<AssertionError> failures = failures(List.of(probe), app);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private static List<AssertionError> failures(List<Probe> probes, UnaryOperator<String> app) throws Exception {
        try (ScriptedServer server = new ScriptedServer(app);
                Stream<DynamicNode> tests = kit(server.uri(), EnumSet.of(FailureMode.UNKNOWN_PATH), probes)
                        .everyFailureHasTheOneShape()) {
            return tests.map(FailureConformanceTest::failure)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<AssertionError> failure(DynamicNode test) {
        try {
            ((DynamicTest) test).getExecutable().execute();
            return List.of();
        } catch (AssertionError failure) {
            return List.of(failure);
        } catch (Throwable broken) {
            throw new IllegalStateException(test.getDisplayName(), broken);
        }
    }

    private static FailureConformance kit(URI uri, Set<FailureMode> modes, @Nullable List<Probe> probes) {
        return new FailureConformance() {
            @Override
            protected URI baseUri() {
                return uri;
            }

            @Override
            protected Set<FailureMode> modes() {
                return modes;
            }

            @Override
            protected List<Probe> probesFor(FailureMode mode) {
                return probes == null ? super.probesFor(mode) : probes;
            }
        };
    }
}
