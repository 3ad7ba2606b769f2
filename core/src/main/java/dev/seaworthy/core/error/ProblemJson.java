// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import dev.seaworthy.core.json.JsonWriter;
import java.util.List;
import java.util.TreeMap;

final class ProblemJson {

    /** Fits a problem with two refused values. */
    private static final int ROOM = 640;

    private ProblemJson() {}

    static String write(Problem problem) {
        JsonWriter json = new JsonWriter(new StringBuilder(ROOM))
                .beginObject()
                .name("type")
                .value(problem.type().toString())
                .name("title")
                .value(problem.title())
                .name("status")
                .value(problem.status());
        if (problem.detail() != null) {
            json.name("detail").value(problem.detail());
        }
        json.name("instance").value(problem.instance().toString()).name("code").value(problem.code());
        if (problem.correlationId() != null) {
            json.name("correlationId").value(problem.correlationId());
        }
        json.name("retryable").value(problem.classification().failureClass().clientMayRetry());
        errors(json, problem.classification().errors());
        problem.classification()
                .members()
                .forEach((name, value) -> json.name(name).any(value));
        return json.endObject().toString();
    }

    private static void errors(JsonWriter json, List<FieldError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        json.name("errors").beginArray();
        for (FieldError error : errors) {
            json.beginObject()
                    .name("pointer")
                    .value(error.pointer())
                    .name("in")
                    .value(error.in().wireName())
                    .name("code")
                    .value(error.code())
                    .name("message")
                    .value(error.message());
            if (!error.params().isEmpty()) {
                // Sorted, so that the same refusal is the same text.
                json.name("params").any(error.params().size() == 1 ? error.params() : new TreeMap<>(error.params()));
            }
            json.endObject();
        }
        json.endArray();
    }
}
