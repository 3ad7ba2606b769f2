// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.report.StartupReport;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.ratelimit.KeySource;
import dev.seaworthy.spring.ratelimit.RateLimited;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A plain Boot app with limits, on a real port. */
class LimitedAppTest {

    private static final String ORDERS = "seaworthy.ratelimit.policies.orders.";
    private static final String LOGIN = "seaworthy.ratelimit.policies.login.";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ConfigurableApplicationContext context;
    private URI base;

    @AfterEach
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void propertiesAloneLimitARoute() throws Exception {
        start(
                ORDERS + "routes=/api/orders",
                ORDERS + "methods=post",
                ORDERS + "windows[0].limit=20",
                ORDERS + "windows[0].per=1h",
                ORDERS + "windows[0].burst=3");

        assertThat(statuses(4, "POST", "/api/orders")).containsExactly(200, 200, 200, 429);
        assertThat(statuses(4, "GET", "/api/orders")).containsOnly(200);
        HttpResponse<String> no = send("POST", "/api/orders");
        assertThat(no.body()).contains("#quota-exceeded", "\"violated-policies\":[\"orders\"]", "correlationId");
        assertThat(no.headers().firstValue("RateLimit-Policy")).hasValue("\"orders\";q=3;w=540");
        assertThat(no.headers().firstValue("Retry-After")).isPresent();
        assertThat(report()).anyMatch(line -> line.contains("3 clients now") || line.contains("1 clients now"));
    }

    @Test
    void loginIsLimitedOnFailuresOnly() throws Exception {
        start(
                LOGIN + "routes=/api/login/{password}",
                LOGIN + "counts=client-errors",
                LOGIN + "windows[0].limit=2",
                LOGIN + "windows[0].per=1d");

        assertThat(statuses(5, "POST", "/api/login/right")).containsOnly(200);
        assertThat(statuses(2, "POST", "/api/login/wrong")).containsOnly(401);
        assertThat(statuses(1, "POST", "/api/login/right")).containsExactly(429);
    }

    @Test
    void builtInPolicyIsOnInARealApp() throws Exception {
        start();
        assertThat(statuses(1_000, "GET", "/api/orders")).startsWith(200).contains(429);
    }

    @Test
    void actuatorAndStaticResourcesNeverCount() throws Exception {
        start("seaworthy.ratelimit.built-in=enforce", "spring.web.resources.static-locations=classpath:/META-INF/");
        assertThat(statuses(400, "GET", "/actuator/health")).doesNotContain(429);
        assertThat(statuses(400, "GET", "/MANIFEST.MF")).doesNotContain(429);
    }

    @Test
    void builtInPolicyOnlyCountsInTestsOfTheApp() throws Exception {
        start("org.springframework.boot.test.context.SpringBootTestContextBootstrapper=true");
        assertThat(statuses(1_000, "GET", "/api/orders")).containsOnly(200);
        assertThat(total("would_refuse", "built-in")).isPositive();
    }

    @Test
    void annotatedControllerAndServiceAreLimited() throws Exception {
        start(
                LOGIN + "windows[0].limit=1",
                LOGIN + "windows[0].per=1d",
                ORDERS + "windows[0].limit=2",
                ORDERS + "windows[0].per=1d",
                ORDERS + "key=everybody");

        assertThat(statuses(2, "GET", "/limited")).containsExactly(200, 429);
        assertThat(statuses(3, "GET", "/service")).containsExactly(200, 200, 429);
        HttpResponse<String> no = send("GET", "/limited");
        assertThat(no.body()).contains("\"violated-policies\":[\"login\"]");
        assertThat(no.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void annotationThatNamesNoPolicyStopsTheStart() {
        assertThatThrownBy(() -> start(LOGIN + "windows[0].limit=1"))
                .hasStackTraceContaining(
                        "@RateLimited must name a policy that exists, got 'orders'; there are [built-in,"
                                + " login], declare it under seaworthy.ratelimit.policies.orders or correct the name");
    }

    @Test
    void forgedAddressesBuyNoTokensBehindSpringsForwardedHeaderFilter() throws Exception {
        start(
                "server.forward-headers-strategy=framework",
                ORDERS + "routes=/**",
                ORDERS + "windows[0].limit=1",
                ORDERS + "windows[0].per=1d");
        assertThat(IntStream.range(0, 3).map(i -> status("GET", "/api/orders", "X-Forwarded-For", "203.0.113." + i)))
                .containsExactly(200, 429, 429);
    }

    @Test
    void containerThatUnwrapsIsBelieved() throws Exception {
        start(
                "server.forward-headers-strategy=native",
                "seaworthy.client.trusted-proxies=10.0.0.0/8",
                ORDERS + "routes=/**",
                ORDERS + "windows[0].limit=1",
                ORDERS + "windows[0].per=1d");
        assertThat(IntStream.range(0, 3).map(i -> status("GET", "/api/orders", "X-Forwarded-For", "203.0.113." + i)))
                .containsOnly(200);
        assertThat(status("GET", "/api/orders", "X-Forwarded-For", "6.6.6.6, 203.0.113.1"))
                .isEqualTo(429);
        assertThat(report()).anyMatch(line -> line.startsWith("seaworthy.client.trusted-proxies is not used"));
    }

    @Test
    void scriptsOfOtherOriginsMayReadTheRefusal() throws Exception {
        start(ORDERS + "routes=/shared", ORDERS + "windows[0].limit=1", ORDERS + "windows[0].per=1d");
        send("GET", "/shared", "Origin", "https://app.example");
        HttpResponse<String> no = send("GET", "/shared", "Origin", "https://app.example");
        assertThat(no.statusCode()).isEqualTo(429);
        assertThat(no.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example");
        assertThat(no.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Retry-After");
        assertThat(no.headers().firstValue("Vary").orElse("")).contains("Origin");
        assertThat(send("GET", "/shared", "Origin", "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void ownKeyAndListsAreHonoured() throws Exception {
        start(
                ORDERS + "routes=/**",
                ORDERS + "key=bean:tenant",
                ORDERS + "windows[0].limit=1",
                ORDERS + "windows[0].per=1d",
                "seaworthy.ratelimit.deny=203.0.113.0/24",
                "seaworthy.client.trusted-proxies=127.0.0.0/8",
                "seaworthy.ratelimit.allow=198.51.100.7");
        assertThat(status("GET", "/api/orders", "X-Tenant", "a")).isEqualTo(200);
        assertThat(status("GET", "/api/orders", "X-Tenant", "a")).isEqualTo(429);
        assertThat(status("GET", "/api/orders", "X-Tenant", "b")).isEqualTo(200);
        assertThat(status("GET", "/api/orders", "X-Forwarded-For", "203.0.113.9"))
                .isEqualTo(403);
        assertThat(status("GET", "/api/orders", "X-Tenant", "a", "X-Forwarded-For", "198.51.100.7"))
                .isEqualTo(200);
    }

    @Test
    void limitsChangeWhileTheAppRuns() throws Exception {
        start(ORDERS + "routes=/**", ORDERS + "windows[0].limit=1", ORDERS + "windows[0].per=1d");
        assertThat(statuses(2, "GET", "/api/orders")).containsExactly(200, 429);
        context.getBean(RateLimiters.class)
                .get("orders")
                .change(Policy.of("orders", Window.of(1_000_000, Duration.ofSeconds(2))));
        assertThat(Stream.generate(() -> status("GET", "/api/orders"))
                        .limit(10_000)
                        .anyMatch(s -> s == 200))
                .isTrue();
    }

    private void start(String... properties) {
        context = new SpringApplicationBuilder(App.class)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .properties("management.endpoints.web.exposure.include=*")
                .properties(needed(properties))
                .run();
        base = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The app's annotations name both policies; a test that is about one does not have to declare the other. */
    private static String[] needed(String... properties) {
        Stream<String> more = Stream.empty();
        if (Stream.of(properties).noneMatch(property -> property.startsWith(LOGIN))) {
            more = Stream.of(LOGIN + "windows[0].limit=1000");
        }
        if (Stream.of(properties)
                .noneMatch(property -> property.startsWith(ORDERS) || property.equals(LOGIN + "windows[0].limit=1"))) {
            more = Stream.concat(more, Stream.of(ORDERS + "windows[0].limit=1000"));
        }
        return Stream.concat(Stream.of(properties), more).toArray(String[]::new);
    }

    private List<String> report() {
        return context.getBean(StartupReport.class).rooms().stream()
                .flatMap(room -> Stream.concat(
                        room.settings().values().stream(),
                        room.findings().stream().map(finding -> finding.text())))
                .toList();
    }

    private long total(String what, String policy) {
        return context.getBean(Telemetry.class).total("seaworthy.ratelimit." + what, "policy", policy);
    }

    private List<Integer> statuses(int count, String method, String path) {
        return IntStream.range(0, count).mapToObj(i -> status(method, path)).toList();
    }

    private int status(String method, String path, String... headers) {
        try {
            return send(method, path, headers).statusCode();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Shop.class, Stock.class})
    static class App {

        @Bean
        KeySource tenant() {
            return (request, client) -> dev.seaworthy.core.ratelimit.LimitKey.of(
                    "tenant", String.valueOf(request.getHeader("X-Tenant")), client);
        }
    }

    @RestController
    static class Shop {

        private final Stock stock;

        Shop(Stock stock) {
            this.stock = stock;
        }

        @GetMapping("/api/orders")
        String orders() {
            return "orders";
        }

        @PostMapping("/api/orders")
        String order() {
            return "order";
        }

        @PostMapping("/api/login/{password}")
        String login(@PathVariable String password) {
            if (!password.equals("right")) {
                throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
            }
            return "welcome";
        }

        @CrossOrigin("https://app.example")
        @GetMapping("/shared")
        String shared() {
            return "shared";
        }

        @RateLimited("login")
        @GetMapping("/limited")
        String limited() {
            return "limited";
        }

        @GetMapping("/service")
        String service() {
            return stock.count();
        }
    }

    @Service
    static class Stock {

        @RateLimited("orders")
        String count() {
            return "7";
        }
    }
}
