// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import static dev.seaworthy.test.Expectation.page;
import static dev.seaworthy.test.Expectation.problem;
import static dev.seaworthy.test.Probe.get;
import static dev.seaworthy.test.Probe.postJson;

import java.util.List;
import java.util.stream.Stream;

/** The requests that make an app made for the kit fail. */
final class DefaultProbes {

    private static final String CREDENTIALS = "Basic YWRhOmxvdmVsYWNl";
    private static final String WRONG_CREDENTIALS = "Basic YWRhOmJ5cm9u";

    private DefaultProbes() {}

    static List<Probe> of(FailureMode mode, int invalid) {
        String path = mode.path();
        return switch (mode) {
            case UNKNOWN_PATH ->
                List.of(
                        get(
                                        "no such path",
                                        path + "/{canary}?q={canary}",
                                        problem(404).code("NOT_FOUND"))
                                .header("X-Probe", "{canary}"),
                        get("a correlation id nobody may trust", path + "/{canary}", problem(404))
                                .header("X-Correlation-Id", "{canary} ERROR forged"),
                        // Containers and frameworks give up on such lists with exceptions of their own.
                        get("more languages than anybody speaks", path + "/nothing", problem(400, 404))
                                .header("Accept-Language", "xx-YY,".repeat(1_000) + "de"),
                        get("more media types than anybody reads", path + "/nothing", problem(400, 404))
                                .header("Accept", "a/b;q=0.1,".repeat(600) + "application/json"));
            case WRONG_METHOD ->
                List.of(Probe.of(
                        "DELETE",
                        "DELETE",
                        path,
                        problem(405).code("METHOD_NOT_ALLOWED").header("Allow")));
            case UNSUPPORTED_MEDIA_TYPE ->
                List.of(
                        Probe.of("unheard-of type", "POST", path, unsupported())
                                .body("application/x-{canary}", "{canary}"),
                        Probe.of("any type", "POST", path, unsupported()).body("*/*", "{canary}"));
            case NOT_ACCEPTABLE ->
                List.of(get("wants a picture", path, problem(406).code("NOT_ACCEPTABLE"))
                        .header("Accept", "image/png"));
            case MALFORMED_JSON, WRONG_JSON_TYPE, UNKNOWN_PROPERTY, BODY_VALIDATION -> bodies(mode, invalid);
            case QUERY_PARAMETER_INVALID ->
                List.of(
                        get("out of range", path + "?limit=0", problem(invalid).pointingAt("query", "/limit")),
                        get(
                                "not a number",
                                path + "?limit={canary}",
                                problem(400, invalid).pointingAt("query", "/limit")));
            case PATH_VARIABLE_TYPE ->
                List.of(get(
                        "not a number",
                        path + "/{canary}%22%3E%3Cscript%3E",
                        problem(400, invalid).pointingAt("path", "/id")));
            case MISSING_INPUT -> missing(path, invalid);
            case CHECKED_EXCEPTION ->
                List.of(
                        get("checked exception", path + "?secret={canary}", bug()),
                        get("file not found, which is not the client's doing", path + "/io?secret={canary}", bug()));
            case RUNTIME_EXCEPTION, FILTER_EXCEPTION -> List.of(get(mode.sentence(), path + "?secret={canary}", bug()));
            case JAVA_ERROR ->
                List.of(
                        get("assertion", path + "/assertion?secret={canary}", bug()),
                        get("stack overflow", path + "/stack-overflow", bug()));
            case SEND_ERROR ->
                List.of(get(
                        "status 418 with a message",
                        path + "?secret={canary}",
                        problem(418).code("HTTP_418")));
            case SECURITY -> security(path);
            case ASYNC ->
                List.of(
                        get("exception", path + "/callable?secret={canary}", bug()),
                        get(
                                "timeout",
                                path + "/timeout",
                                problem(503).code("TIMEOUT").header("Retry-After")),
                        get("failed future", path + "/future?secret={canary}", bug()));
            case AFTER_COMMIT -> List.of(get("half an answer", path + "?secret={canary}", Expectation.aborted()));
            case CLIENT_GONE ->
                List.of(
                        get("leaves while reading", path, Expectation.quiet()),
                        Probe.raw(
                                "stops in the middle of a request, and listens",
                                unfinished(
                                        FailureMode.BODY_TOO_LARGE.path(),
                                        "multipart/form-data; boundary=seam",
                                        "--seam\r\nContent-Disposition: form-data; name=\"{canary}\"\r\n\r\nhal"),
                                problem(400)));
            case STREAM_TAKEN ->
                List.of(get("stream taken", path + "/stream", bug()), get("writer taken", path + "/writer", bug()));
            case BODY_TOO_LARGE ->
                List.of(upload(
                        path, "file", "{canary}".repeat(4000), problem(413).code("CONTENT_TOO_LARGE")));
            case UNIQUE_VIOLATION -> List.of(twice("JDBC", path + "/jdbc"), twice("JPA", path + "/jpa"));
            case DATABASE_DOWN ->
                List.of(get(
                        "nobody listens",
                        path,
                        problem(503).code("DATABASE_UNAVAILABLE").header("Retry-After")));
            case UPSTREAM -> upstream(path);
            case CONTAINER_LEVEL -> containerLevel(path);
            case HEAD ->
                List.of(
                        get("handler fails", path, Expectation.head(500)),
                        get("no such path", path + "/nothing", Expectation.head(404)));
            case HTML ->
                List.of(
                        browser("handler fails", path + "?secret={canary}%3Cscript%3E", page(500)),
                        browser("no such path", path + "/nothing/{canary}", page(404)));
            case XML ->
                List.of(
                        get("handler fails", path, bug()).header("Accept", "application/xml"),
                        get("no such path", path + "/nothing", problem(404)).header("Accept", "application/xml"));
        };
    }

    private static Expectation bug() {
        return problem(500).code("INTERNAL_ERROR");
    }

    private static Expectation unsupported() {
        return problem(415).code("UNSUPPORTED_MEDIA_TYPE").header("Accept");
    }

    private static List<Probe> bodies(FailureMode mode, int invalid) {
        String path = mode.path();
        return switch (mode) {
            case MALFORMED_JSON ->
                List.of(
                        postJson(
                                "cut off",
                                path,
                                "{\"customer\": \"{canary}\",",
                                problem(400).code("MALFORMED_JSON")),
                        postJson("empty", path, "", problem(400)),
                        Probe.raw(
                                "ends in the middle, and the client listens",
                                unfinished(path, "application/json", "{\"customer\": \"{canary}\","),
                                problem(400)));
            case WRONG_JSON_TYPE ->
                List.of(postJson(
                        "a word for a number",
                        path,
                        "{\"customer\":\"ada@example.com\",\"items\":[{\"sku\":\"TEA-1\",\"quantity\":\"{canary}\"}]}",
                        problem(400, invalid).code("JSON_TYPE").pointingAt("body", "/items/0/quantity")));
            case UNKNOWN_PROPERTY ->
                List.of(postJson(
                        "one property too many",
                        path,
                        "{\"customer\":\"ada@example.com\",\"items\":[{\"sku\":\"TEA-1\",\"quantity\":1,"
                                + "\"surprise\":\"{canary}\"}]}",
                        problem(400, invalid).code("UNKNOWN_PROPERTY").pointingAt("body", "/items/0/surprise")));
            default ->
                List.of(postJson(
                        "two values refused, one nested",
                        path,
                        "{\"customer\":\"{canary}\",\"items\":[{\"sku\":\"TEA-1\",\"quantity\":0}]}",
                        problem(invalid)
                                .code("VALIDATION_FAILED")
                                .pointingAt("body", "/customer")
                                .pointingAt("body", "/items/0/quantity")));
        };
    }

    private static List<Probe> missing(String path, int invalid) {
        Expectation refused = problem(400, invalid);
        return List.of(
                get("no parameter", path + "/parameter", refused.pointingAt("query", "/q")),
                get("no header", path + "/header", refused.pointingAt("header", "/X-Tenant")),
                get("no cookie", path + "/cookie", refused.pointingAt("cookie", "/basket")),
                upload(path + "/part", "other", "{canary}", refused.pointingAt("body", "/file")));
    }

    private static List<Probe> security(String path) {
        Expectation unknown = problem(401).code("UNAUTHENTICATED").header("WWW-Authenticate");
        return List.of(
                get("nobody", path + "/login", unknown),
                get("wrong password", path + "/login", unknown).header("Authorization", WRONG_CREDENTIALS),
                get("not allowed", path + "/forbidden", problem(403).code("FORBIDDEN"))
                        .header("Authorization", CREDENTIALS));
    }

    private static List<Probe> upstream(String path) {
        Expectation theirRefusal = problem(502)
                .code("UPSTREAM_REFUSED")
                .without("WWW-Authenticate")
                .without("X-Upstream");
        Expectation throttled =
                problem(503).code("UPSTREAM_THROTTLED").header("Retry-After").without("X-Upstream");
        return List.of(
                get("answers 401", path + "/401", theirRefusal),
                get("answers 404", path + "/404", theirRefusal),
                get("answers 429", path + "/429", throttled),
                get("answers 500", path + "/500", problem(502).code("UPSTREAM_FAILED")));
    }

    private static List<Probe> containerLevel(String path) {
        Expectation refused = problem(400);
        String host = "Host: {host}\r\n";
        return Stream.of(
                        Probe.raw(
                                "malformed request line",
                                "GET " + path + " {canary} HTTP/1.1\r\n" + host + "\r\n",
                                refused),
                        Probe.raw(
                                "bad header",
                                "GET " + path + " HTTP/1.1\r\n" + host + "Bad {canary}: 1\r\n\r\n",
                                refused),
                        Probe.raw(
                                "header too large",
                                "GET " + path + " HTTP/1.1\r\n" + host + "X-Large: {canary}" + "x".repeat(12_000)
                                        + "\r\n\r\n",
                                problem(400, 431)),
                        // Tomcat answers these two at another place than all the others.
                        Probe.raw(
                                "version of HTTP that nobody knows",
                                "OPTIONS * HTTP/7.1\r\n" + host + "X-Probe: {canary}\r\n\r\n",
                                problem(400, 505)),
                        Probe.raw(
                                "tunnel with a bad header",
                                "CONNECT {host} HTTP/1.1\r\n" + host + "Accept: \0{canary}\r\n\r\n",
                                problem(400, 501)))
                .toList();
    }

    private static String unfinished(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: {host}\r\nContent-Type: " + type + "\r\nContent-Length: 500\r\n\r\n"
                + body;
    }

    private static Probe twice(String how, String path) {
        return Probe.of("through " + how, "POST", path, problem(409)).header("X-Probe", "{canary}");
    }

    private static Probe browser(String name, String path, Expectation page) {
        return get(name, path, page)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    private static Probe upload(String path, String part, String content, Expectation expectation) {
        String body = "--seam\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--seam--\r\n";
        return Probe.of("upload", "POST", path, expectation).body("multipart/form-data; boundary=seam", body);
    }
}
