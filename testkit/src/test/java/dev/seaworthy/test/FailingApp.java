// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** A script for a server that fails as it should, and a way to make it fail wrongly. */
final class FailingApp implements UnaryOperator<String> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.error");
    private static final Pattern CORRELATION_ID = Pattern.compile("X-Correlation-Id: ([A-Za-z0-9._~-]{8,64})\r\n");

    private final int status;
    private UnaryOperator<String> mistake = UnaryOperator.identity();
    private Log log = Log.ONCE;
    private String errorId = "";

    /** What it logs. */
    enum Log {
        ONCE,
        NEVER,
        TWICE,
        ALSO_ELSEWHERE,
        ANOTHER_ID,
        LOUDLY
    }

    FailingApp(int status) {
        this.status = status;
    }

    /** Replaces a part of the answer, all of it before lengths are counted. */
    FailingApp wrongly(String right, String wrong) {
        mistake = answer -> {
            String changed = answer.replace(right, wrong);
            if (changed.equals(answer)) {
                throw new IllegalStateException("the right answer has no '" + right + "'");
            }
            return changed;
        };
        return this;
    }

    FailingApp logging(Log other) {
        log = other;
        return this;
    }

    /** Uses one id for all failures. */
    FailingApp alwaysWithId(String id) {
        errorId = id;
        return this;
    }

    @Override
    public String apply(String request) {
        String id = errorId.isEmpty() ? UUID.randomUUID().toString() : errorId;
        Matcher sent = CORRELATION_ID.matcher(request);
        String correlationId = sent.find() ? sent.group(1) : "made-by-the-app";
        log(id);
        boolean page = request.contains("Accept: text/html");
        String answer = "HTTP/1.1 " + status + " X\r\nContent-Type: "
                + (page ? "text/html;charset=UTF-8" : "application/problem+json")
                + "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Language: en\r\nAllow: GET\r\nX-Correlation-Id: "
                + correlationId + "\r\n\r\n"
                + (page
                        ? "<!DOCTYPE html><html><p>" + id + "</p><p>" + correlationId + "</p></html>"
                        : problem(id, correlationId));
        String wrong = mistake.apply(answer).replace("<path>", request.split(" ")[1]);
        int body = wrong.indexOf("\r\n\r\n") + 4;
        return wrong.substring(0, body - 2) + "Content-Length: " + (wrong.length() - body) + "\r\n\r\n"
                + (request.startsWith("HEAD") ? "" : wrong.substring(body));
    }

    private String problem(String id, String correlationId) {
        String code = status >= 500 ? "INTERNAL_ERROR" : "NOT_FOUND";
        return "{\"type\":\"urn:seaworthy:problem:" + code + "\",\"title\":\"It failed\",\"status\":" + status
                + ",\"instance\":\"urn:uuid:" + id + "\",\"code\":\"" + code + "\",\"correlationId\":\"" + correlationId
                + "\",\"retryable\":false"
                + (status >= 500
                        ? "}"
                        : ",\"errors\":[{\"pointer\":\"/q\",\"in\":\"query\",\"code\":\"MIN\",\"message\":\"more\"}]}");
    }

    private void log(String id) {
        Throwable bug = status >= 500 ? new IllegalStateException("bug") : null;
        switch (log) {
            case NEVER -> {}
            case ONCE -> event(id, bug);
            case TWICE -> {
                event(id, bug);
                event(id, bug);
            }
            case ANOTHER_ID -> event(UUID.randomUUID().toString(), bug);
            case ALSO_ELSEWHERE -> {
                event(id, bug);
                LoggerFactory.getLogger("container").error("failed", new IllegalStateException("again"));
            }
            case LOUDLY -> event(id, status >= 500 ? null : new IllegalStateException("no reason"));
        }
    }

    private void event(String id, @Nullable Throwable bug) {
        LOG.atLevel(bug == null ? Level.INFO : Level.ERROR)
                .addKeyValue("error.id", id)
                .addKeyValue("error.code", "ANY")
                .addKeyValue("error.fingerprint", "0")
                .addKeyValue("error.class", "BUG")
                .addKeyValue("http.response.status_code", status)
                .setCause(bug)
                .log("failed");
    }
}
