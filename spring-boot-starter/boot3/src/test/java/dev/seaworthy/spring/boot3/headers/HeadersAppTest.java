// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import dev.seaworthy.core.time.ManualTime;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.headers.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Boot app that knows nothing of headers, on a real port. */
class HeadersAppTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void dataIsStrictAndPagesAreObservedWithoutAnyCode() {
        try (App app = App.start()) {
            assertSet(app.get("/data"), BuiltInProfile.API.profile());
            assertSet(app.get("/nothing"), BuiltInProfile.API.profile());
            assertSet(app.get("/boom"), BuiltInProfile.API.profile());
            HttpResponse<String> page = app.get("/page", "Accept", BROWSER);
            assertSet(page, BuiltInProfile.HTML_OBSERVE.toBuilder().build());
            assertThat(page.headers().allValues("Content-Security-Policy-Report-Only"))
                    .singleElement()
                    .asString()
                    .contains("'strict-dynamic'", "report-uri /csp-reports", "report-to csp");
            assertThat(page.headers().allValues("Cross-Origin-Opener-Policy")).isSubsetOf("unsafe-none");
            assertThat(page.headers().allValues("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void switchedOffNothingIsSent() {
        try (App app = App.start("seaworthy.headers.enabled=false")) {
            assertThat(app.get("/data").headers().allValues("Content-Security-Policy"))
                    .isEmpty();
            assertThat(app.report().enabled()).isFalse();
        }
    }

    @Test
    void pathsAndHandlersChooseForThemselves() {
        try (App app = App.start(
                "seaworthy.headers.paths[0].pattern=/page",
                "seaworthy.headers.paths[0].profile=embed",
                "seaworthy.headers.paths[0].frame-ancestors=https://partner.example")) {
            HttpResponse<String> framed = app.get("/page", "Accept", BROWSER);
            assertThat(framed.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors https://partner.example");
            assertThat(framed.headers().allValues("X-Frame-Options")).isEmpty();

            HttpResponse<String> chosen = app.get("/chosen", "Accept", BROWSER);
            String nonce = chosen.body();
            assertThat(nonce).hasSize(24);
            assertThat(chosen.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("'nonce-" + nonce + "'");
            assertThat(chosen.headers().allValues("Content-Security-Policy-Report-Only"))
                    .hasSizeLessThan(2);
            assertThat(chosen.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void valuesOfTheAppWin() {
        try (App app = App.start()) {
            assertThat(app.get("/own").headers().allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'self'");
        }
    }

    @Test
    void whatBrowsersReportIsCountedAndTheNextPolicyProposed() {
        try (App app = App.start("seaworthy.headers.pages=html-legacy")) {
            String report = "{\"csp-report\":{\"document-uri\":\"http://localhost/cart?token=secret\","
                    + "\"violated-directive\":\"img-src\",\"effective-directive\":\"img-src\","
                    + "\"blocked-uri\":\"https://img.example/a.png?secret\",\"disposition\":\"report\"}}";
            for (int i = 0; i < 3; i++) {
                assertThat(app.post("/csp-reports", "application/csp-report", report)
                                .statusCode())
                        .isEqualTo(204);
            }
            Map<String, String> shown = app.report().settings();
            assertThat(shown).containsEntry("violation img-src would stop https://img.example on /cart", "3 times");
            assertThat(shown.get("next-policy")).contains("img-src 'self' data: https://img.example");
            assertThat(shown.toString()).doesNotContain("secret");

            assertThat(app.post("/csp-reports", "text/plain", report).statusCode())
                    .isEqualTo(415);
            assertThat(app.post("/csp-reports", "application/csp-report", "{").statusCode())
                    .isEqualTo(400);
            assertThat(app.post("/csp-reports", "application/csp-report", "[".repeat(30_000))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(app.post("/csp-reports", "application/csp-report", "[".repeat(30))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void withoutRoomForMoreReportsSendersAreAskedToWait() {
        try (App app = App.start("seaworthy.headers.reports.max-per-minute=1")) {
            assertThat(app.post("/csp-reports", "application/csp-report", "{}").statusCode())
                    .isEqualTo(204);
            HttpResponse<String> refused = app.post("/csp-reports", "application/csp-report", "{}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void requestsOfOtherSitesAreCountedFirstAndRefusedWhenAskedFor() {
        String[] attack = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"};
        try (App app = App.start()) {
            assertThat(app.get("/data", attack).statusCode()).isEqualTo(200);
            assertThat(app.get("/data", attack).headers().allValues("Vary"))
                    .noneMatch(vary -> vary.contains("Sec-Fetch"));
        }
        try (App app =
                App.start("seaworthy.headers.isolation.mode=enforce", "seaworthy.headers.isolation.open-to=/page")) {
            HttpResponse<String> refused = app.get("/data", attack);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(String.join(", ", refused.headers().allValues("Vary"))).contains("Sec-Fetch-Site");
            assertThat(String.join(", ", app.get("/data").headers().allValues("Vary")))
                    .contains("Sec-Fetch-Site");
            assertThat(app.get("/page", attack).statusCode()).isEqualTo(200);
            assertThat(app.get(
                                    "/data",
                                    "Sec-Fetch-Site",
                                    "cross-site",
                                    "Sec-Fetch-Mode",
                                    "navigate",
                                    "Sec-Fetch-Dest",
                                    "document")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void policyIsObservedForAWhileAndThenEnforced() {
        ManualTime time = new ManualTime(Instant.parse("2027-01-05T00:00:00Z"));
        try (App app = App.with(
                time,
                "seaworthy.headers.csp.observe-since=2027-01-01",
                "seaworthy.headers.csp.observe-for=7d",
                "seaworthy.headers.csp.report-only=default-src 'self'")) {
            HttpResponse<String> before = app.get("/page", "Accept", BROWSER);
            assertThat(policy(before)).startsWith("frame-ancestors 'self';");
            assertThat(before.headers().allValues("Content-Security-Policy-Report-Only"))
                    .hasSize(1);

            time.advance(Duration.ofDays(3));
            HttpResponse<String> after = app.get("/page", "Accept", BROWSER);
            assertThat(policy(after)).startsWith("default-src 'self';");
            assertThat(after.headers().allValues("Content-Security-Policy-Report-Only"))
                    .isEmpty();
        }
    }

    @Test
    void httpsIsSaidForMinutesFirst() {
        ManualTime time = new ManualTime(Instant.parse("2027-01-02T00:00:00Z"));
        try (App app = App.with(
                time,
                "seaworthy.headers.hsts.ramp-since=2027-01-01",
                "seaworthy.client.trusted-proxies=127.0.0.0/8,::1/128")) {
            assertThat(app.hsts()).isEqualTo("max-age=300");
            time.advance(Duration.ofDays(7));
            assertThat(app.hsts()).isEqualTo("max-age=604800");
            time.advance(Duration.ofDays(28));
            assertThat(app.hsts()).isEqualTo("max-age=31536000");
        }
    }

    @Test
    void reportSaysWhatItIsWorthAndThatHttpsIsNeverSaid() {
        try (App app = App.start("seaworthy.headers.grade-algorithm=4")) {
            RoomReport report = app.report();
            assertThat(report.settings()).containsEntry("data", "api, 130 (A+, algorithm 4)");
            assertThat(report.settings().get("pages")).startsWith("html-observe, ");
            assertThat(report.settings().get("pages content-security-policy")).startsWith("-30: take 'unsafe-inline'");
            assertThat(report.findings()).anyMatch(finding -> finding.text().contains("is never sent"));
        }
        try (App app = App.start("seaworthy.client.trusted-proxies=10.0.0.0/8")) {
            assertThat(app.report().settings()).containsEntry("data", "api, 150 (A+, algorithm 6)");
            assertThat(app.report().findings())
                    .noneMatch(finding -> finding.text().contains("is never sent"));
        }
    }

    @Test
    void sessionCookieIsHardenedUnlessTheAppSaysOtherwise() {
        try (App app = App.start()) {
            assertThat(app.get("/session").headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .contains("HttpOnly", "SameSite=Lax");
        }
        try (App app = App.start("server.servlet.session.cookie.same-site=strict")) {
            assertThat(app.get("/session").headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .contains("SameSite=Strict")
                    .doesNotContain("Lax");
        }
        try (App app = App.start("seaworthy.headers.cookies.host-prefix=true")) {
            assertThat(app.get("/session").headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-JSESSIONID=")
                    .contains("Path=/", "Secure");
        }
    }

    @Test
    void badValuesStopTheStartInWords() {
        assertRefused("seaworthy.headers.csp.policy=script-src self", "put it in single quotes: 'self'");
        assertRefused("seaworthy.headers.csp.policy=scrip-src 'self'", "did you mean script-src?");
        assertRefused("seaworthy.headers.pages=html-strickt", "write one of api, html-strict");
        assertRefused("seaworthy.headers.grade-algorithm=5", "write 6, or 4");
        assertRefused("seaworthy.headers.hsts.preload=true", "include subdomains");
        assertRefused("seaworthy.headers.cookies.same-site=None", "must be Lax or Strict");
    }

    private static String policy(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        return answer.headers().allValues("Content-Security-Policy").get(0);
    }

    private static void assertRefused(String property, String words) {
        assertThatThrownBy(() -> App.start(property).close())
                .hasStackTraceContaining(words)
                .hasStackTraceContaining(property.substring(0, "seaworthy.headers.".length()));
    }

    private static void assertSet(HttpResponse<?> answer, HeaderProfile profile) {
        profile.fixed(false).stream()
                .filter(header -> !header.name().equals(HeaderProfile.CSP))
                .forEach(header -> assertThat(answer.headers().allValues(header.name()))
                        .as(header.name())
                        .containsExactly(header.value()));
        assertThat(answer.headers().allValues(HeaderProfile.CSP)).hasSize(1);
        assertThat(answer.headers().allValues(HeaderProfile.CSP).get(0))
                .startsWith(profile.enforced().orElseThrow().text());
    }

    private record App(ConfigurableApplicationContext context) implements AutoCloseable {

        static App start(String... properties) {
            return run(new Class<?>[] {Plain.class}, properties);
        }

        static App with(ManualTime time, String... properties) {
            Clock.time = time;
            return run(new Class<?>[] {Plain.class, Clock.class}, properties);
        }

        private static App run(Class<?>[] sources, String... properties) {
            String[] arguments = Stream.concat(
                            Stream.of("server.port=0", "spring.main.banner-mode=off"), Arrays.stream(properties))
                    .map(property -> "--" + property)
                    .toArray(String[]::new);
            return new App(new SpringApplicationBuilder(sources).run(arguments));
        }

        HttpResponse<String> get(String path, String... headers) {
            return send(path, HttpRequest.newBuilder().GET(), headers);
        }

        HttpResponse<String> post(String path, String type, String body) {
            return send(
                    path,
                    HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)),
                    "Content-Type",
                    type);
        }

        private HttpResponse<String> send(String path, HttpRequest.Builder request, String... headers) {
            String port = context.getEnvironment().getProperty("local.server.port");
            request.uri(URI.create("http://127.0.0.1:" + port + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (Exception unreachable) {
                throw new IllegalStateException("the app did not answer", unreachable);
            }
        }

        String hsts() {
            return String.join(
                    "|", get("/data", "X-Forwarded-Proto", "https").headers().allValues("Strict-Transport-Security"));
        }

        RoomReport report() {
            List<RoomReport> rooms = context.getBean(StartupReport.class).rooms();
            return rooms.stream()
                    .filter(room -> room.room().equals("headers"))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clock {

        static ManualTime time = new ManualTime(Instant.EPOCH);

        @Bean
        TimeSource time() {
            return time;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {

        @RestController
        static class Handlers {

            @GetMapping(path = "/data", produces = "application/json")
            String data() {
                return "{}";
            }

            @GetMapping(path = "/page", produces = "text/html")
            String page() {
                return "<p>hello</p>";
            }

            @SecurityHeaders("html-strict")
            @GetMapping(path = "/chosen", produces = "text/html")
            String chosen(HttpServletRequest request) {
                return String.valueOf(request.getAttribute("cspNonce"));
            }

            @GetMapping(path = "/own", produces = "text/html")
            String own(HttpServletResponse response) {
                response.setHeader("Content-Security-Policy", "default-src 'self'");
                return "<p>own</p>";
            }

            @GetMapping("/boom")
            String boom() {
                throw new IllegalStateException("secret");
            }

            @GetMapping(path = "/session", produces = "text/html")
            String session(HttpServletRequest request) {
                request.getSession().setAttribute("a", "b");
                return "<p>session</p>";
            }
        }
    }
}
