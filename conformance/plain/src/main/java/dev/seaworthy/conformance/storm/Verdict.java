// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawAnswer.End;
import dev.seaworthy.test.shape.Leaks;
import dev.seaworthy.test.shape.PageShape;
import dev.seaworthy.test.shape.ProblemShape;
import dev.seaworthy.test.shape.StrictJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Judges one answer. */
final class Verdict {

    private static final Pattern END_OF_HEAD = Pattern.compile("[^\\r\\n].*\\n\\r?\\n", Pattern.DOTALL);

    private Verdict() {}

    static String kind(RawAnswer answer) {
        if (answer.end() == End.TIMED_OUT || answer.end() == End.TOO_LONG) {
            return answer.end().name();
        }
        if (answer.status() == 0) {
            return answer.body().isEmpty() ? "closed" : "headless";
        }
        if (answer.end() == End.CUT_OFF) {
            return "cut off";
        }
        if (answer.status() < 400) {
            return "normal";
        }
        return answer.mediaType().equals("text/html") ? "page" : "problem";
    }

    /** Faults of the answer to anything at all. */
    static List<String> faults(String request, RawAnswer answer, String canary) {
        // What the app answers itself may repeat the request, as it must after TRACE.
        List<String> faults =
                new ArrayList<>(kind(answer).equals("normal") ? List.of() : Leaks.faults(answer, List.of(canary)));
        switch (kind(answer)) {
            case "normal" -> {}
            // Whoever says no more before the head is complete has asked for nothing.
            case "closed" -> {
                if (END_OF_HEAD.matcher(request).find()) {
                    faults.add("request with a whole head must be answered, got 'nothing'");
                }
            }
            // HTTP/0.9: a request line without a version wants a body and nothing else.
            case "headless" -> faults.addAll(bodyFaults(answer));
            case "problem" -> faults.addAll(problemFaults(answer));
            case "page" ->
                faults.addAll(PageShape.faults(
                        answer.body(), answer.header("X-Correlation-Id").orElse("")));
            default -> faults.add("answer must end, got '" + answer.end() + "'");
        }
        return faults;
    }

    /** Faults of an answer that must be a problem. */
    static List<String> problemFaults(RawAnswer answer) {
        List<String> faults = new ArrayList<>(Leaks.faults(answer, List.of()));
        if (answer.end() != End.COMPLETE) {
            faults.add("answer must come whole, got '" + answer.end() + "'");
        }
        if (!answer.header("Content-Type").orElse("").equals("application/problem+json")) {
            faults.add("Content-Type must be application/problem+json, got '"
                    + answer.header("Content-Type").orElse("nothing") + "'");
            return faults;
        }
        faults.addAll(bodyFaults(answer));
        JsonObject body = body(answer);
        if (body.getInt("status", 0) != answer.status()) {
            faults.add("status must be " + answer.status() + ", got '" + body.get("status") + "'");
        }
        if (!answer.values("X-Correlation-Id").equals(List.of(body.getString("correlationId", "")))) {
            faults.add("correlationId must be the header's, got '" + answer.values("X-Correlation-Id") + "'");
        }
        return faults;
    }

    private static List<String> bodyFaults(RawAnswer answer) {
        try {
            return ProblemShape.faults(StrictJson.object(answer.body()));
        } catch (IllegalArgumentException noJson) {
            return List.of(String.valueOf(noJson.getMessage()));
        }
    }

    /** The body, an empty object where it is none. */
    static JsonObject body(RawAnswer answer) {
        try {
            return StrictJson.object(answer.body());
        } catch (IllegalArgumentException noJson) {
            return Json.createObjectBuilder().build();
        }
    }
}
