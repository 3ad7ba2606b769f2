// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Beside Spring Security every header is sent once, also where it refuses, challenges or redirects. */
public abstract class SecuredHeaders {

    private static final List<String> BOTH_WRITE = List.of(
            "X-Content-Type-Options", "X-Frame-Options", "X-XSS-Protection", "Cache-Control", "Pragma", "Expires");

    @SuppressWarnings("NullAway.Init")
    @Autowired
    private Environment environment;

    @SuppressWarnings("NullAway.Init")
    @Autowired
    private StartupReport report;

    /** For subclasses. */
    protected SecuredHeaders() {}

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertOnce(HttpResponse<String> answer) {
        BOTH_WRITE.forEach(
                name -> assertThat(answer.headers().allValues(name)).as(name).hasSizeLessThanOrEqualTo(1));
        BuiltInProfile.API.profile().fixed(false).stream()
                .filter(header -> !header.name().equals("Content-Security-Policy"))
                .forEach(header -> assertThat(answer.headers().allValues(header.name()))
                        .as(header.name())
                        .containsExactly(header.value()));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
    }

    @Test
    void everyAnswerCarriesEachHeaderOnce() throws Exception {
        HttpResponse<String> challenge = get("/conformance/security/login");
        assertThat(challenge.statusCode()).isEqualTo(401);
        assertOnce(challenge);

        HttpResponse<String> forbidden =
                get("/conformance/security/forbidden", "Authorization", "Basic YWRhOmxvdmVsYWNl");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertOnce(forbidden);

        HttpResponse<String> bug = get("/conformance/runtime-exception");
        assertThat(bug.statusCode()).isEqualTo(500);
        assertOnce(bug);

        HttpResponse<String> missing = get("/nothing");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertOnce(missing);
    }

    @Test
    void reportSaysWhoWritesWhat() {
        RoomReport room = report.rooms().stream()
                .filter(known -> known.room().equals("headers"))
                .findFirst()
                .orElseThrow();
        assertThat(room.settings()).containsEntry("owner", owner());
        assertThat(room.findings())
                .anyMatch(finding -> finding.text().startsWith("Spring Security writes Cache-Control, Expires, Pragma,")
                        && finding.text().contains("X-Content-Type-Options"));
    }

    /** Who owns headers that both write. */
    protected String owner() {
        return "seaworthy";
    }
}
