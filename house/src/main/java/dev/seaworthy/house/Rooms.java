// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms, which of them are foundation, and which library lives in which. */
final class Rooms {

    /** In building order: each may use only those before it. */
    static final List<String> FOUNDATION =
            List.of("time", "json", "telemetry", "redact", "client", "correlation", "report", "alert", "error");

    /** On the servlet floor these are foundation too: every room may use them. */
    static final Set<String> SERVLET_FOUNDATION = Set.of("error", "client");

    /** The one exception: a room that may use another one. */
    static final Map<String, Set<String>> EXCEPTIONS = Map.of("outbound", Set.of("queue"));

    /** A third-party package, and the only packages of ours that may import it. */
    static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("io.micrometer.core..", List.of("..core.telemetry..", "..spring.telemetry..")),
            Map.entry("io.micrometer.context..", List.of("..core.correlation..")),
            Map.entry("io.micrometer.tracing..", List.of("..spring.correlation..")),
            Map.entry("io.github.resilience4j..", List.of("..core.outbound..")),
            Map.entry("io.github.bucket4j..", List.of("..core.ratelimit..")),
            Map.entry("io.lettuce..", List.of("..core.ratelimit..")),
            Map.entry("org.hibernate.validator..", List.of("..core.validation..")),
            Map.entry("org.owasp..", List.of("..core.validation..")),
            Map.entry("ch.qos.logback..", List.of("..core.logging..", "..spring.logging..", "dev.seaworthy.test..")),
            Map.entry("okhttp3..", List.of("..core.outbound..")),
            Map.entry("feign..", List.of("..core.outbound..")),
            Map.entry("com.fasterxml.jackson..", List.of("..spring.boot3..", "..spring.boot4..")),
            Map.entry("tools.jackson..", List.of("..spring.boot4..")),
            Map.entry("org.apache.catalina..", List.of("..servlet.tomcat..", "..spring.boot3..", "..spring.boot4..")),
            Map.entry("org.apache.coyote..", List.of("..servlet.tomcat..")),
            Map.entry("org.apache.tomcat..", List.of("..servlet.tomcat..")),
            Map.entry("org.eclipse.jetty..", List.of("..servlet.jetty..", "..spring.boot3..", "..spring.boot4..")));

    private Rooms() {}
}
