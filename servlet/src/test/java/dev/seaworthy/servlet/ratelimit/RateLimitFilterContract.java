// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.http.FieldVersion;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.SeaworthyFiltersBuilder;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.ratelimit.LimitRule.Counts;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the filters promise, over real sockets; every container passes it. */
abstract class RateLimitFilterContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Telemetry telemetry = new Telemetry();
    private TestServer server;

    abstract TestServer start(Consumer<ServletContext> app) throws Exception;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void refusalIsAProblemThatSaysWhenToComeBack() throws Exception {
        run(b ->
                b.limit(rule("orders", new Window(20, Duration.ofMinutes(1), 2)).on(Set.of("POST"), "/api/orders")));

        HttpResponse<String> first = send("POST", "/api/orders");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(field(first, "RateLimit-Policy")).isEqualTo("\"orders\";q=2;w=6");
        assertThat(field(first, "RateLimit")).isEqualTo("\"orders\";r=1;t=3");
        send("POST", "/api/orders");
        HttpResponse<String> no = send("POST", "/api/orders");

        assertThat(no.statusCode()).isEqualTo(429);
        assertThat(field(no, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(no.body())
                .contains(
                        "#quota-exceeded\"",
                        "\"violated-policies\":[\"orders\"]",
                        "\"retryable\":true",
                        "correlationId");
        assertThat(Long.parseLong(field(no, "Retry-After"))).isBetween(3L, 5L);
        assertThat(field(no, "RateLimit")).isEqualTo("\"orders\";r=0;t=" + field(no, "Retry-After"));
        assertThat(field(no, "X-Correlation-Id")).isNotEmpty();
        assertThat(field(no, "Cache-Control")).isEqualTo("no-store");
        time.advance(Duration.ofSeconds(3));
        assertThat(send("POST", "/api/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void otherRoutesAndMethodsAreNotLimited() throws Exception {
        run(b -> b.limit(rule("orders", Window.of(1, DAY)).on(Set.of("POST"), "/api/orders/{id}")));
        assertThat(statuses(3, "POST", "/api/orders")).containsOnly(200);
        assertThat(statuses(3, "GET", "/api/orders/7")).containsOnly(200);
        assertThat(statuses(3, "POST", "/api/orders/7")).containsExactly(200, 429, 429);
        assertThat(statuses(1, "POST", "/api/orders/8"))
                .as("by template, not by path")
                .containsExactly(429);
        assertThat(statuses(1, "POST", "/api/orders/9/")).containsExactly(429);
        assertThat(statuses(1, "POST", "/api/%6frders/9")).containsExactly(429);
        assertThat(statuses(1, "POST", "/api/orders/9?x=1")).containsExactly(429);
    }

    @Test
    void headCountsAsGet() throws Exception {
        run(b -> b.limit(rule("reads", Window.of(1, DAY)).on(Set.of("GET"), "/**")));
        assertThat(statuses(1, "HEAD", "/api/orders")).containsExactly(200);
        assertThat(statuses(1, "GET", "/api/orders")).containsExactly(429);
    }

    @Test
    void builtInPolicyIsOnAndOnlyFloodsReachIt() throws Exception {
        run(b -> {});
        assertThat(statuses(200, "GET", "/api/orders")).containsOnly(200);
        HttpResponse<String> no = send("GET", "/api/orders");
        assertThat(no.statusCode()).isEqualTo(429);
        assertThat(no.body()).contains("\"violated-policies\":[\"built-in\"]");
        time.advance(Duration.ofSeconds(1));
        assertThat(statuses(20, "GET", "/api/orders")).containsOnly(200);
        assertThat(field(send("GET", "/api/orders"), "RateLimit")).startsWith("\"built-in\";r=0");
    }

    @Test
    void builtInPolicySaysNothingWhileItRefusesNothing() throws Exception {
        run(b -> {});
        assertThat(send("GET", "/api/orders").headers().map().keySet()).noneMatch(name -> name.startsWith("ratelimit"));
    }

    @Test
    void builtInPolicyOnlyCountsWhereAnUnknownProxyForwards() throws Exception {
        run(b -> {});
        for (int i = 0; i < 250; i++) {
            assertThat(send("GET", "/api/orders", "X-Forwarded-For", "203.0.113.9")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(telemetry.total("seaworthy.ratelimit.would_refuse", "policy", "built-in"))
                .isEqualTo(50);
        assertThat(telemetry.total("seaworthy.client.suspicious")).isEqualTo(1);
    }

    @Test
    void declaredPolicyEnforcesWhereAnUnknownProxyForwards() throws Exception {
        run(b -> b.limit(rule("orders", Window.of(1, DAY)).on(Set.of(), "/**")));
        assertThat(IntStream.range(0, 3).map(i -> status("GET", "/api/orders", "X-Forwarded-For", "203.0.113." + i)))
                .containsExactly(200, 429, 429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.1",
                "203.0.113.1, 203.0.113.2, 203.0.113.3",
                "203.0.113.1:8080",
                "[2001:db8::1]:8080",
                "fe80::1%eth0",
                "::ffff:203.0.113.1",
                "64:ff9b::cb00:7101",
                "unknown",
                "' OR 1=1 --",
                ",,,,,",
                "999.999.999.999"
            })
    void forgedHeadersOfStrangersBuyNoTokens(String forged) throws Exception {
        run(b -> b.limit(rule("orders", Window.of(1, DAY)).on(Set.of(), "/**")));
        assertThat(status("GET", "/api/orders")).isEqualTo(200);
        assertThat(status("GET", "/api/orders", "X-Forwarded-For", forged)).isEqualTo(429);
        assertThat(status("GET", "/api/orders", "Forwarded", "for=\"" + forged + '"'))
                .isEqualTo(429);
    }

    @Test
    void longAndRepeatedHeadersBuyNoTokensEither() throws Exception {
        run(b -> b.limit(rule("orders", Window.of(1, DAY)).on(Set.of(), "/**")));
        status("GET", "/api/orders");
        String eightKilobytes = "203.0.113.1, ".repeat(540) + "203.0.113.9";
        assertThat(status("GET", "/api/orders", "X-Forwarded-For", eightKilobytes))
                .isEqualTo(429);
        assertThat(status("GET", "/api/orders", "X-Forwarded-For", "203.0.113.1", "X-Forwarded-For", "203.0.113.2"))
                .isEqualTo(429);
    }

    @Test
    void behindATrustedProxyEachClientHasItsOwnTokens() throws Exception {
        run(b -> b.trustedProxies(Networks.parse(List.of("127.0.0.0/8")))
                .limit(rule("orders", Window.of(1, DAY)).on(Set.of(), "/**")));
        assertThat(status("GET", "/", "X-Forwarded-For", "203.0.113.1")).isEqualTo(200);
        assertThat(status("GET", "/", "X-Forwarded-For", "203.0.113.2:1234")).isEqualTo(200);
        assertThat(status("GET", "/", "X-Forwarded-For", "::ffff:203.0.113.1")).isEqualTo(429);
        assertThat(status("GET", "/", "X-Forwarded-For", "64:ff9b::cb00:7101")).isEqualTo(429);
        assertThat(status("GET", "/", "X-Forwarded-For", "::ffff:203.0.113.3")).isEqualTo(200);
        assertThat(status("GET", "/", "X-Forwarded-For", "6.6.6.6, 203.0.113.1"))
                .as("forged on the left")
                .isEqualTo(429);
        assertThat(status("GET", "/", "X-Forwarded-For", "2001:db8::1")).isEqualTo(200);
        assertThat(status("GET", "/", "X-Forwarded-For", "2001:db8::2"))
                .as("the same /64")
                .isEqualTo(429);
        assertThat(status("GET", "/", "X-Forwarded-For", "2001:db8:0:1::1")).isEqualTo(200);
    }

    @Test
    void rotatingAnApiKeyThatNobodyGaveOutIsLimitedByNetworkToo() throws Exception {
        Grouping grouping = Grouping.withDefaults();
        run(b -> b.limit(LimitRule.of(
                        limiters(Policy.of("network", Window.of(3, DAY))).get("network"), KeySource.network(grouping)))
                .limit(LimitRule.of(
                        limiters(Policy.of("key", Window.of(1, DAY))).get("key"),
                        KeySource.header("X-Api-Key", grouping))));
        assertThat(IntStream.range(0, 5).map(i -> status("GET", "/", "X-Api-Key", "k" + i)))
                .containsExactly(200, 200, 200, 429, 429);
    }

    @Test
    void refusalByOneLimitGivesBackWhatOthersTook() throws Exception {
        Grouping grouping = Grouping.withDefaults();
        var outer = limiters(Policy.of("outer", Window.of(3, DAY)));
        run(b -> b.limit(LimitRule.of(outer.get("outer"), KeySource.network(grouping)))
                .limit(LimitRule.of(
                        limiters(Policy.of("inner", Window.of(1, DAY))).get("inner"), KeySource.everybody())));
        assertThat(statuses(10, "GET", "/"))
                .startsWith(200)
                .filteredOn(s -> s == 429)
                .hasSize(9);
        assertThat(outer.get("outer")
                        .tryAcquire(
                                dev.seaworthy.core.ratelimit.LimitKey.of(
                                        java.net.InetAddress.getByName("127.0.0.1"), grouping),
                                2))
                .isInstanceOf(dev.seaworthy.core.ratelimit.Decision.Allowed.class);
    }

    @Test
    void onlyFailuresCountForALogin() throws Exception {
        run(b -> b.limit(rule("login", Window.of(2, DAY))
                .on(Set.of("POST"), "/api/login/{how}")
                .counting(Counts.CLIENT_ERRORS)));
        assertThat(statuses(5, "POST", "/api/login/ok")).containsOnly(200);
        assertThat(statuses(5, "POST", "/api/login/broken")).as("our fault").containsOnly(500);
        assertThat(statuses(5, "POST", "/api/login/slowly-ok")).containsOnly(200);
        assertThat(statuses(1, "POST", "/api/login/problem")).containsOnly(401);
        assertThat(statuses(1, "POST", "/api/login/send-error")).containsOnly(401);
        assertThat(statuses(2, "POST", "/api/login/ok")).containsOnly(429);
    }

    @Test
    void failuresThatEndLaterCountToo() throws Exception {
        run(b -> b.limit(rule("login", Window.of(2, DAY))
                .on(Set.of("POST"), "/api/login/{how}")
                .counting(Counts.CLIENT_ERRORS)));
        assertThat(statuses(2, "POST", "/api/login/slowly-refused")).containsOnly(401);
        assertThat(statuses(1, "POST", "/api/login/ok")).containsOnly(429);
    }

    @Test
    void principalIsLimitedAfterItIsKnownAndStrangersAreNot() throws Exception {
        KeySource principal = KeySource.principal();
        run(b -> b.limit(LimitRule.of(
                limiters(Policy.of("user", Window.of(1, DAY))).get("user"),
                (request, client) -> principal.key(user(request), client))));
        assertThat(IntStream.range(0, 2).map(i -> status("GET", "/", "X-User", "ada")))
                .containsExactly(200, 429);
        assertThat(status("GET", "/", "X-User", "bob")).isEqualTo(200);
        assertThat(statuses(3, "GET", "/")).containsOnly(200);
    }

    @Test
    void brokenKeyLimitsByNetworkInsteadOfBreakingTheRequest() throws Exception {
        run(b -> b.limit(LimitRule.of(
                limiters(Policy.of("own", Window.of(1, DAY))).get("own"), (request, client) -> {
                    throw new IllegalStateException("key");
                })));
        assertThat(statuses(2, "GET", "/")).containsExactly(200, 429);
    }

    @Test
    void olderFieldsCanBeChosen() throws Exception {
        run(b -> b.rateLimitFields(FieldVersion.DRAFT_06)
                .limit(rule("orders", new Window(1, Duration.ofMinutes(1), 5)).on(Set.of(), "/**")));
        HttpResponse<String> answer = send("GET", "/");
        assertThat(field(answer, "RateLimit-Limit")).isEqualTo("5");
        assertThat(field(answer, "RateLimit-Remaining")).isEqualTo("4");
        assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }

    @Test
    void errorAndAsyncDispatchesAreNotCountedAgain() throws Exception {
        run(b -> b.limit(rule("orders", Window.of(3, DAY)).on(Set.of(), "/**")));
        assertThat(statuses(3, "POST", "/api/login/slowly-ok")).containsOnly(200);
        assertThat(statuses(1, "GET", "/")).containsExactly(429);
    }

    private void run(Consumer<SeaworthyFiltersBuilder> limits) throws Exception {
        SeaworthyFiltersBuilder builder = SeaworthyFilters.builder().time(time).telemetry(telemetry);
        limits.accept(builder);
        SeaworthyFilters filters = builder.build();
        server = start(context -> {
            filters.register(context);
            var app = context.addServlet("app", new App());
            app.addMapping("/*");
            app.setAsyncSupported(true);
        });
    }

    private static HttpServletRequest user(HttpServletRequest request) {
        String name = request.getHeader("X-User");
        Principal principal = name == null ? null : () -> name;
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return principal;
            }
        };
    }

    private LimitRule rule(String name, Window... windows) {
        return LimitRule.of(limiters(Policy.of(name, windows)).get(name), KeySource.network(Grouping.withDefaults()));
    }

    private RateLimiters limiters(Policy policy) {
        return RateLimiters.builder()
                .policy(policy)
                .time(time)
                .telemetry(telemetry)
                .build();
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
                HttpRequest.newBuilder(server.uri().resolve(path)).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static final class App extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getRequestURI();
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "broken" -> throw new IllegalStateException("ours");
                case "problem" ->
                    throw new ProblemException(Classification.of(FailureClass.UNAUTHENTICATED), "wrong password");
                case "send-error" -> response.sendError(401);
                case "slowly-ok" -> later(request, response, 200);
                case "slowly-refused" -> later(request, response, 401);
                default -> response.getWriter().write("ok");
            }
        }

        private static void later(HttpServletRequest request, HttpServletResponse response, int status) {
            AsyncContext async = request.startAsync(request, response);
            async.start(() -> {
                response.setStatus(status);
                async.complete();
            });
        }
    }
}
