// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

/** The names that the rooms share: MDC keys, key-values, and the fields that the JSON has for them. */
public final class LogFields {

    /** MDC key of the user on whose behalf a thread works. */
    public static final String MDC_USER_ID = "userId";

    /** The correlation id; ECS. */
    public static final String REQUEST_ID = "http.request.id";

    /** The method of a request; ECS. */
    public static final String METHOD = "http.request.method";

    /** The route template, never the path; OpenTelemetry. */
    public static final String ROUTE = "http.route";

    /** The path of a request that no route took, without its query; ECS. */
    public static final String PATH = "url.path";

    /** The status of an answer; ECS. */
    public static final String STATUS = "http.response.status_code";

    /** Bytes of a request's body; ECS. */
    public static final String BYTES_IN = "http.request.body.bytes";

    /** Bytes of an answer's body; ECS. */
    public static final String BYTES_OUT = "http.response.body.bytes";

    /** The beginning of a request's body, only where that was asked for; ECS. */
    public static final String BODY_IN = "http.request.body.content";

    /** The beginning of an answer's body, only where that was asked for; ECS. */
    public static final String BODY_OUT = "http.response.body.content";

    /** How long something took, in nanoseconds; ECS. */
    public static final String DURATION = "event.duration";

    /** {@code success}, {@code failure} or {@code unknown}; ECS. */
    public static final String OUTCOME = "event.outcome";

    /** A stable code of an event; ECS. */
    public static final String EVENT_CODE = "event.code";

    /** The network of a client, never its address; ECS. */
    public static final String CLIENT = "client.address";

    /** The user; ECS. */
    public static final String USER = "user.id";

    /** Which room refused. */
    public static final String REFUSED_BY = "seaworthy.refused_by";

    private LogFields() {}
}
