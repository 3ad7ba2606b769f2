// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawAnswer.End;
import dev.seaworthy.test.http.RawHttp;
import dev.seaworthy.test.shape.HeadShape;
import dev.seaworthy.test.shape.Leaks;
import dev.seaworthy.test.shape.PageShape;
import dev.seaworthy.test.shape.ProblemShape;
import dev.seaworthy.test.shape.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends probes to one server and says what is wrong with the answers. */
final class ProbeRunner {

    private static final String CORRELATION = "X-Correlation-Id";
    private static final List<String> HEADERS_OF_A_SUCCESS =
            List.of("ETag", "Last-Modified", "Content-Encoding", "Content-Disposition", "Content-Range");

    private final URI base;
    private final RawHttp http;
    private final @Nullable LogCheck logs;
    private final Set<String> seenIds = new HashSet<>();

    ProbeRunner(URI base, RawHttp http, @Nullable LogCheck logs) {
        this.base = base;
        this.http = http;
        this.logs = logs;
    }

    /** Runs a probe; fails with every fault it found. */
    void run(FailureMode mode, Probe probe) {
        Exchange exchange = new Exchange(probe);
        exchange.run();
        if (!exchange.faults.isEmpty()) {
            throw new AssertionError("mode " + mode.number() + " " + mode.sentence() + ": " + probe.name() + "\n  - "
                    + String.join("\n  - ", exchange.faults) + "\n\n" + exchange.shown);
        }
    }

    /** One probe on its way: what was sent, what came, what is wrong with it. */
    private final class Exchange {

        private final Probe probe;
        private final Expectation expected;
        private final String canary = "c4n4ry" + UUID.randomUUID().toString().replace("-", "");
        private final String correlationId = "kit-" + UUID.randomUUID();
        private final List<String> faults = new ArrayList<>();
        private String shown = "";

        Exchange(Probe probe) {
            this.probe = probe;
            this.expected = probe.expectation();
        }

        void run() {
            int mark = logs == null ? 0 : logs.mark();
            if (expected.shape() == Expectation.Shape.CLIENT_LEAVES) {
                http.leave(text(probe.method(), ""));
                if (logs != null) {
                    faults.addAll(logs.faultsOfLeaving(mark));
                }
                return;
            }
            String request = text(probe.method(), "");
            RawAnswer answer = probe.raw() == null
                    ? http.exchange(request, probe.method().equals("HEAD"))
                    : http.exchangeUnfinished(request);
            shown = answer.toString();
            String errorId = switch (expected.shape()) {
                case PAGE -> page(answer);
                case ABORTED -> aborted(answer);
                default -> problem(answer);
            };
            faults.addAll(Leaks.faults(answer, canaries()));
            checkLog(mark, errorId, expected.shape() == Expectation.Shape.ABORTED ? 0 : answer.status());
            if (expected.shape() == Expectation.Shape.HEAD) {
                head(answer);
            }
        }

        private String problem(RawAnswer answer) {
            common(answer);
            if (!answer.header("Content-Type").orElse("").equals("application/problem+json")) {
                faults.add("Content-Type must be exactly application/problem+json, got '"
                        + answer.header("Content-Type").orElse("nothing") + "'");
            }
            JsonObject body;
            try {
                body = StrictJson.object(answer.body());
            } catch (IllegalArgumentException noJson) {
                faults.add(String.valueOf(noJson.getMessage()));
                return "";
            }
            faults.addAll(ProblemShape.faults(body));
            if (body.getInt("status", 0) != answer.status()) {
                faults.add("status in the body must be the HTTP status " + answer.status() + ", got '"
                        + body.get("status") + "'");
            }
            String code = text(body, "code");
            if (!expected.codes().isEmpty() && !expected.codes().contains(code)) {
                faults.add("code must be one of " + expected.codes() + ", got '" + code + "'");
            }
            String echoed = answer.header(CORRELATION).orElse("nothing");
            if (!text(body, "correlationId").equals(echoed)) {
                faults.add("correlationId must be the header " + CORRELATION + ": " + echoed + ", got '"
                        + text(body, "correlationId") + "'");
            }
            expected.errors().stream()
                    .filter(at -> !holds(body, at))
                    .forEach(at -> faults.add("errors must point at " + at.pointer() + " in " + at.in() + ", got '"
                            + body.get("errors") + "'"));
            String instance = text(body, "instance");
            if (!instance.isEmpty() && !seenIds.add(instance)) {
                faults.add("instance must be new for each failure, got '" + instance + "' again");
            }
            return instance.replace("urn:uuid:", "");
        }

        private String page(RawAnswer answer) {
            common(answer);
            if (!answer.header("Content-Type")
                    .orElse("")
                    .replace(" ", "")
                    .equalsIgnoreCase("text/html;charset=utf-8")) {
                faults.add("Content-Type must be text/html;charset=UTF-8, got '"
                        + answer.header("Content-Type").orElse("nothing") + "'");
            }
            faults.addAll(
                    PageShape.faults(answer.body(), answer.header(CORRELATION).orElse("")));
            return PageShape.errorId(answer.body().replace(correlationId, ""));
        }

        private String aborted(RawAnswer answer) {
            correlation(answer);
            if (answer.end() != End.CUT_OFF) {
                faults.add("connection must be aborted, got '" + answer.end()
                        + "'; the client must be able to tell half an answer from a whole one");
            }
            if (answer.body().contains("\"status\"") || answer.body().contains("<html")) {
                faults.add("nothing may be appended to an answer under way, got '" + answer.body() + "'");
            }
            return "";
        }

        private void head(RawAnswer get) {
            int mark = logs == null ? 0 : logs.mark();
            RawAnswer head = http.exchange(text("HEAD", "Connection: close"), true);
            shown += "\n\n" + head;
            faults.addAll(HeadShape.faults(head, get));
            if (!head.body().isEmpty()) {
                faults.add("HEAD must be answered without a body, got '" + head.body() + "'");
            }
            correlation(head);
            checkLog(mark, "", head.status());
        }

        private void common(RawAnswer answer) {
            if (answer.end() != End.COMPLETE) {
                faults.add("answer must come whole, got '" + answer.end() + "'");
            }
            if (!expected.statuses().contains(answer.status())) {
                faults.add("status must be one of " + expected.statuses() + ", got '" + answer.status() + "'");
            }
            if (!answer.header("Cache-Control").orElse("").contains("no-store")) {
                faults.add("Cache-Control must be no-store, got '"
                        + answer.header("Cache-Control").orElse("nothing") + "'");
            }
            if (!answer.values("X-Content-Type-Options").equals(List.of("nosniff"))) {
                faults.add("X-Content-Type-Options must be nosniff, once, got '"
                        + answer.values("X-Content-Type-Options") + "'");
            }
            String language = answer.header("Content-Language").orElse("nothing");
            if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                faults.add("Content-Language must name the language of the texts, got '" + language + "'");
            }
            expected.headers().stream()
                    .filter(name -> answer.header(name).orElse("").isBlank())
                    .forEach(name -> faults.add("header " + name + " must be there, got 'nothing'"));
            answer.header("Retry-After")
                    .filter(value -> !value.matches("\\d{1,6}"))
                    .ifPresent(value -> faults.add("Retry-After must be whole seconds, got '" + value + "'"));
            HEADERS_OF_A_SUCCESS.forEach(name -> absent(answer, name));
            expected.absentHeaders().forEach(name -> absent(answer, name));
            correlation(answer);
        }

        private void absent(RawAnswer answer, String name) {
            answer.header(name)
                    .ifPresent(value -> faults.add("header " + name + " must not be there, got '" + value + "'"));
        }

        private void correlation(RawAnswer answer) {
            List<String> values = answer.values(CORRELATION);
            if (values.size() != 1) {
                faults.add("header " + CORRELATION + " must be there once, got '" + values + "'");
            } else if (sendsItsId() && !values.get(0).equals(correlationId)) {
                faults.add("header " + CORRELATION + " must be the one sent, " + correlationId + ", got '"
                        + values.get(0) + "'");
            }
        }

        private void checkLog(int mark, String errorId, int status) {
            if (logs != null) {
                faults.addAll(logs.faults(mark, errorId, status));
            }
        }

        private boolean sendsItsId() {
            return probe.raw() == null && !probe.hasHeader(CORRELATION);
        }

        private List<String> canaries() {
            String path = probe.target().split("\\?", 2)[0].replace(Probe.CANARY, canary);
            return path.length() > 8 ? List.of(canary, path) : List.of(canary);
        }

        private String text(String method, String line) {
            List<String> lines = new ArrayList<>();
            if (sendsItsId()) {
                lines.add(CORRELATION + ": " + correlationId);
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            String basePath = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
            return probe.text(method, basePath, http.authority(), canary, lines);
        }

        private static String text(JsonObject object, String member) {
            return object.get(member) instanceof JsonString text ? text.getString() : "";
        }

        private static boolean holds(JsonObject body, Expectation.At at) {
            return body.get("errors") instanceof JsonArray errors
                    && errors.stream()
                            .anyMatch(value -> value instanceof JsonObject error
                                    && text(error, "in").equals(at.in())
                                    && text(error, "pointer").equals(at.pointer()));
        }
    }
}
