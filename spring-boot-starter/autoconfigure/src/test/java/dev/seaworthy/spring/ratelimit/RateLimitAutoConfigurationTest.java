// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.client.ProxyWatch;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.http.FieldVersion;
import dev.seaworthy.core.ratelimit.http.RateLimitFields;
import dev.seaworthy.core.ratelimit.local.LocalStore;
import dev.seaworthy.core.ratelimit.penalty.PenaltySettings;
import dev.seaworthy.core.ratelimit.remote.StoreSettings;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.ratelimit.Exemption;
import dev.seaworthy.servlet.ratelimit.RateLimitGate;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.ratelimit.method.RateLimitedAutoConfiguration;
import dev.seaworthy.spring.ratelimit.policy.LimitRefresh;
import dev.seaworthy.spring.ratelimit.policy.RateLimitProperties;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

@ExtendWith(OutputCaptureExtension.class)
class RateLimitAutoConfigurationTest {

    private static final AutoConfigurations OURS = AutoConfigurations.of(
            TimeAutoConfiguration.class,
            TelemetryAutoConfiguration.class,
            AlertAutoConfiguration.class,
            ClientAutoConfiguration.class,
            ErrorAutoConfiguration.class,
            RateLimitAutoConfiguration.class,
            RateLimitedAutoConfiguration.class);
    private static final String ORDERS = "seaworthy.ratelimit.policies.orders.";

    private final WebApplicationContextRunner servletApp = new WebApplicationContextRunner().withConfiguration(OURS);

    @Test
    void filtersAreInTheirPlaces() {
        servletApp
                .withPropertyValues(ORDERS + "routes=/**", ORDERS + "key=principal", ORDERS + "windows[0].limit=5")
                .run(context -> {
                    assertThat(order(context.getBean("seaworthyNetworkLimitFilter")))
                            .isEqualTo(FilterOrder.NETWORK_LIMIT.order())
                            .isGreaterThan(FilterOrder.ERROR.order())
                            .isLessThan(-100);
                    assertThat(order(context.getBean("seaworthyPrincipalLimitFilter")))
                            .isEqualTo(FilterOrder.PRINCIPAL_LIMIT.order())
                            .isGreaterThan(-100);
                });
    }

    @Test
    void defaultsAreThoseOfCore() {
        servletApp.run(context -> {
            RateLimitProperties properties = context.getBean(RateLimitProperties.class);
            assertThat(properties.maxKeys()).isEqualTo(LocalStore.MAX_KEYS);
            assertThat(properties.store().settings()).isEqualTo(StoreSettings.withDefaults());
            assertThat(properties.penalty().settings()).isEqualTo(PenaltySettings.withDefaults());
            assertThat(properties.fields()).isEqualTo(FieldVersion.DRAFT_10);
            assertThat(context.getBean(Grouping.class)).isEqualTo(Grouping.withDefaults());
            assertThat(context.getBean(RateLimiters.class).get("built-in").policy())
                    .isEqualTo(Policy.builtIn());
        });
    }

    @Test
    void oneSwitchTakesItAllAway() {
        servletApp.withPropertyValues("seaworthy.ratelimit.enabled=false").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(RateLimiters.class);
            assertThat(context).doesNotHaveBean("seaworthyNetworkLimitFilter");
            assertThat(report(context.getBeansOfType(Reporter.class)).enabled()).isFalse();
        });
        servletApp
                .withPropertyValues("seaworthy.ratelimit.built-in=off")
                .run(context ->
                        assertThat(context.getBean(RateLimiters.class).all()).isEmpty());
    }

    @Test
    void everyBeanCanBeReplaced() {
        replaced(BucketStore.class, () -> new LocalStore(5, TimeSource.system(), new Telemetry()));
        replaced(RateLimiters.class, () -> RateLimiters.builder().build());
        replaced(Grouping.class, () -> new Grouping(24, 56));
        replaced(ProxyWatch.class, ProxyWatch::closed);
        replaced(Exemption.class, Exemption::ofDefaultServlet);
        replaced(
                RateLimitGate.class,
                () -> new RateLimitGate(
                        new dev.seaworthy.core.client.ClientResolver(Networks.none()),
                        ProxyWatch.closed(),
                        Networks.none(),
                        Networks.none(),
                        new RateLimitFields(FieldVersion.OFF, false),
                        new RateLimitGate.Answer(ErrorDesk.builder().build(), new ProblemWriter(List.of()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "policies.orders.windows[0].limit=0|window limit and burst must be 1 or more, got '0'",
                "policies.orders.routes=/api|policy 'orders' must have 1 to 4 windows, got '0'",
                "policies.Big!.windows[0].limit=1|policy name must be lower-case letters",
                "policies.built-in.windows[0].limit=1|that is the name of the policy that holds without any declared",
                "store.deadline=5s|store deadline must be 1ms to 1s, got 'PT5S'",
                "store.type=mongodb|store.type",
                "max-keys=0|max keys of the rate limit must be 1 or more, got '0'",
                "allow=localhost|network is not in CIDR notation, got 'localhost'",
                "fields=draft-99|fields"
            })
    void wrongValuesStopTheStartInWords(String property, String words) {
        servletApp
                .withPropertyValues("seaworthy.ratelimit." + property)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "key=ip|write network, principal, everybody, header:X-Api-Key or bean:myKey",
                "key=bean:nobody|there is no such bean of type KeySource",
                "cost=50|must have a cost of 1 to its smallest burst, which is 5, got '50'",
                "routes=api/orders|route template cannot be read, got 'api/orders'"
            })
    void wrongRulesStopTheStartInWords(String property, String words) {
        servletApp
                .withPropertyValues(ORDERS + "windows[0].limit=5", ORDERS + property)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(words));
    }

    @Test
    void storeWithoutItsLibraryStopsTheStartInWords() {
        servletApp
                .withClassLoader(new FilteredClassLoader("io.github.bucket4j.redis", "io.lettuce"))
                .withPropertyValues("seaworthy.ratelimit.store.type=redis")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("on the class path; add that dependency"));
    }

    @Test
    void limitsAreReadAnewAndWrongOnesChangeNothing(CapturedOutput output) {
        servletApp.withPropertyValues(ORDERS + "windows[0].limit=5").run(context -> {
            RateLimiters limiters = context.getBean(RateLimiters.class);
            LimitRefresh refresh = new LimitRefresh(limiters, context.getEnvironment());
            TestPropertyValues.of(ORDERS + "windows[0].limit=7").applyTo(context);
            refresh.refresh();
            assertThat(limiters.get("orders").policy().burst()).isEqualTo(7);
            TestPropertyValues.of(ORDERS + "windows[0].limit=-7").applyTo(context);
            refresh.refresh();
            assertThat(limiters.get("orders").policy().burst()).isEqualTo(7);
            assertThat(output).contains("the limits stay as they are");
        });
    }

    @Test
    void reportSaysWhatHolds() {
        servletApp
                .withPropertyValues(
                        ORDERS + "windows[0].limit=20",
                        ORDERS + "windows[0].burst=10",
                        ORDERS + "shadow=true",
                        "seaworthy.client.trusted-proxies=0.0.0.0/0")
                .run(context -> {
                    RoomReport report = report(context.getBeansOfType(Reporter.class));
                    assertThat(report.settings())
                            .containsEntry(
                                    "policies.orders", "20 per 1m, burst 10; 0 clients now; shadow, refuses nobody")
                            .containsEntry("store", "this process, at most 100000 clients of each policy");
                    assertThat(report.findings())
                            .anyMatch(finding -> finding.text().startsWith("policy 'orders' has no routes"));
                    RoomReport client = context.getBean("seaworthyClientReporter", Reporter.class)
                            .report();
                    assertThat(client.findings())
                            .anyMatch(finding -> finding.text().contains("whoever connects chooses its own address"));
                });
    }

    @Test
    void webFluxAppIsLeftAloneWithOneLine(CapturedOutput output) {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(OURS)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(RateLimiters.class));
        assertThat(output).contains("Seaworthy does not limit the requests of this WebFlux app");
    }

    @Test
    void appWithoutAWebServerCanUseLimiters() {
        new ApplicationContextRunner()
                .withConfiguration(OURS)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(RateLimiters.class));
    }

    @Test
    void containerUnwrapsOnAPlatformThatAlwaysHasAProxy() {
        servletApp
                .withPropertyValues("spring.main.cloud-platform=kubernetes")
                .run(context -> assertThat(context.getBean("seaworthyClientReporter", Reporter.class)
                                .report()
                                .settings())
                        .containsEntry(
                                "trusted-proxies", "the container's, server.forward-headers-strategy is native"));
    }

    private <T> void replaced(Class<T> type, Supplier<T> own) {
        servletApp
                .withBean("own", type, own)
                .run(context ->
                        assertThat(context).hasNotFailed().hasSingleBean(type).hasBean("own"));
    }

    private static int order(Object registration) {
        return ((FilterRegistrationBean<?>) registration).getOrder();
    }

    private static RoomReport report(Map<String, Reporter> reporters) {
        return reporters.get("seaworthyRateLimitReporter").report();
    }
}
