// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.test.Expectation;
import dev.seaworthy.test.FailureConformance;
import dev.seaworthy.test.FailureMode;
import dev.seaworthy.test.Probe;
import dev.seaworthy.test.http.RawHttp;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** All failure modes against the app that fails on purpose, and what only Spring can add to them. */
public abstract class BootConformance extends FailureConformance {

    @SuppressWarnings("NullAway.Init")
    @Autowired
    private Environment environment;

    /** For subclasses. */
    protected BootConformance() {}

    @Override
    protected URI baseUri() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    @Override
    protected int invalidStatus() {
        return environment.getProperty("seaworthy.error.invalid-status", Integer.class, 400);
    }

    @Test
    void anAnswerIsInOneLanguageTheFirstWantedThatIsSpokenHere() {
        assertThat(told("fr, de;q=0.8"))
                .contains("Content-Language: de", "muss größer-gleich 1 sein")
                .doesNotContain("doit");
        assertThat(told("fr")).contains("Content-Language: en", "must be greater than or equal to 1");
        assertThat(told("de-AT, fr")).contains("Content-Language: de", "muss größer-gleich 1 sein");
    }

    private String told(String languages) {
        String body = "{\"customer\":\"ada@example.com\",\"items\":[{\"sku\":\"TEA-1\",\"quantity\":0}]}";
        RawHttp http = new RawHttp(baseUri(), patience());
        return http.exchange(
                        "POST " + FailureMode.BODY_VALIDATION.path() + " HTTP/1.1\r\nHost: " + http.authority()
                                + "\r\nAccept-Language: " + languages
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                + "\r\nConnection: close\r\n\r\n" + body,
                        false)
                .toString();
    }

    @Override
    protected List<Probe> probesFor(FailureMode mode) {
        return Stream.concat(super.probesFor(mode).stream(), moreFor(mode).stream())
                .toList();
    }

    private static List<Probe> moreFor(FailureMode mode) {
        return switch (mode) {
            case UNIQUE_VIOLATION ->
                List.of(Probe.of("through JdbcTemplate", "POST", mode.path() + "/template", Expectation.problem(409)));
            case DATABASE_DOWN ->
                List.of(Probe.get(
                        "pool cannot connect",
                        mode.path() + "/pool",
                        Expectation.problem(503).code("DATABASE_UNAVAILABLE").header("Retry-After")));
            default -> List.of();
        };
    }
}
