// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.correlation.CorrelationFilter;
import dev.seaworthy.servlet.correlation.TraceHidingFilter;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

class CorrelationAutoConfigurationTest {

    private static final AutoConfigurations OURS =
            AutoConfigurations.of(ClientAutoConfiguration.class, CorrelationAutoConfiguration.class);
    private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(OURS);
    private final ApplicationContextRunner plain = new ApplicationContextRunner().withConfiguration(OURS);

    @Test
    void thePropertiesRepeatTheDefaultsOfCore() {
        web.run(context ->
                assertThat(context.getBean(CorrelationSettings.class)).isEqualTo(CorrelationSettings.withDefaults()));
    }

    @Test
    void theFilterStandsOutermostOnEveryDispatchOfARequest() {
        web.run(context -> {
            FilterRegistrationBean<?> filter = context.getBean(FilterRegistrationBean.class);
            assertThat(filter.getFilter()).isInstanceOf(CorrelationFilter.class);
            assertThat(filter.getOrder()).isEqualTo(FilterOrder.CORRELATION.order());
            assertThat(filter.determineDispatcherTypes())
                    .containsExactlyInAnyOrder(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
            assertThat(filter.isAsyncSupported()).isTrue();
        });
    }

    @Test
    void tracesAreHiddenOnlyWhereWantedAndThenOutsideOfBootsObservation() {
        web.run(context -> assertThat(context).doesNotHaveBean("seaworthyTraceHidingFilter"));
        web.withPropertyValues("seaworthy.correlation.hide-untrusted-traces=false")
                .run(context -> assertThat(context).doesNotHaveBean("seaworthyTraceHidingFilter"));
        web.withPropertyValues("seaworthy.correlation.hide-untrusted-traces=true")
                .run(context -> {
                    FilterRegistrationBean<?> filter =
                            context.getBean("seaworthyTraceHidingFilter", FilterRegistrationBean.class);
                    assertThat(filter.getFilter()).isInstanceOf(TraceHidingFilter.class);
                    assertThat(filter.getOrder())
                            .isEqualTo(FilterOrder.TRACE_HIDING.order())
                            .isLessThan(Ordered.HIGHEST_PRECEDENCE + 1);
                    assertThat(filter.determineDispatcherTypes())
                            .containsExactlyInAnyOrder(
                                    DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
                    assertThat(filter.isAsyncSupported()).isTrue();
                });
        web.withPropertyValues(
                        "seaworthy.correlation.hide-untrusted-traces=true", "seaworthy.correlation.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class));
    }

    @Test
    void propertiesReachTheSettings() {
        web.withPropertyValues(
                        "seaworthy.correlation.accepted-headers=X-Ours",
                        "seaworthy.correlation.response-header=X-Ours",
                        "seaworthy.correlation.trusted-networks=10.0.0.0/8,fd00::/8",
                        "seaworthy.client.trusted-proxies=192.0.2.1")
                .run(context -> {
                    assertThat(context.getBean(CorrelationSettings.class))
                            .isEqualTo(new CorrelationSettings(
                                    List.of("X-Ours"), "X-Ours", Networks.parse(List.of("10.0.0.0/8", "fd00::/8"))));
                    assertThat(context.getBean(ClientResolver.class)
                                    .resolve(InetAddress.getByName("192.0.2.1"), List.of(), List.of("203.0.113.7")))
                            .isEqualTo(InetAddress.getByName("203.0.113.7"));
                });
    }

    @Test
    void noAcceptedHeaderAtAllIsAChoice() {
        web.withPropertyValues("seaworthy.correlation.accepted-headers=")
                .run(context -> assertThat(
                                context.getBean(CorrelationSettings.class).acceptedHeaders())
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seaworthy.correlation.trusted-networks|10.0.0.0/33|"
                        + "network prefix length must be 0 to 32, got '33'; write for example 10.0.0.0/8",
                "seaworthy.correlation.trusted-networks|internal.example|"
                        + "network is not in CIDR notation, got 'internal.example';"
                        + " write for example 10.0.0.0/8 or 2001:db8::/32, never a host name",
                "seaworthy.client.trusted-proxies|proxy|"
                        + "network is not in CIDR notation, got 'proxy';"
                        + " write for example 10.0.0.0/8 or 2001:db8::/32, never a host name",
                "seaworthy.correlation.response-header|X Id|"
                        + "correlation response header must be an HTTP field name, got 'X Id';"
                        + " write up to 64 letters, digits or -, such as X-Correlation-Id",
                "seaworthy.correlation.accepted-headers|X:Id|"
                        + "correlation accepted header must be an HTTP field name, got 'X:Id';"
                        + " write up to 64 letters, digits or -, such as X-Correlation-Id"
            })
    void aBadValueStopsTheStartAndSaysWhatToWrite(String property, String value, String reason) {
        web.withPropertyValues(property + "=" + value)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, failure -> {
                            assertThat(failure.getName()).isEqualTo(property);
                            assertThat(failure.getValue().toString()).contains(value);
                            assertThat(failure.getReason()).isEqualTo(reason);
                        }));
    }

    @Test
    void switchedOffThereIsNothing() {
        web.withPropertyValues("seaworthy.correlation.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(CorrelationResolver.class)
                        .doesNotHaveBean(FilterRegistrationBean.class)
                        .doesNotHaveBean(OutgoingHeaders.class)
                        .doesNotHaveBean(CarryingDecorator.Factory.class));
    }

    @Test
    void theReportSaysWhatIsOnAndWhatLooksWrong() {
        web.withPropertyValues("seaworthy.correlation.trusted-networks=10.0.0.0/8,0.0.0.0/0")
                .run(context -> assertThat(context.getBean("seaworthyCorrelationReporter", Reporter.class)
                                .report())
                        .isEqualTo(new RoomReport(
                                "correlation",
                                true,
                                Map.of(
                                        "accepted-headers", "X-Correlation-Id, X-Request-Id",
                                        "response-header", "X-Correlation-Id",
                                        "trusted-networks", "10.0.0.0/8, 0.0.0.0/0",
                                        "hide-untrusted-traces", "false"),
                                List.of(Finding.warn("seaworthy.correlation.trusted-networks holds 0.0.0.0/0, so any"
                                        + " stranger continues traces and decides what is recorded; name your own"
                                        + " networks")))));
        web.withPropertyValues("seaworthy.correlation.enabled=false")
                .run(context -> assertThat(context.getBean("seaworthyCorrelationReporter", Reporter.class)
                                .report()
                                .enabled())
                        .isFalse());
    }

    @Test
    void theAppsOwnBeansWin() {
        CorrelationSettings own = new CorrelationSettings(List.of(), "X-Own", Networks.none());
        CorrelationResolver resolver = new CorrelationResolver(own, new Telemetry(), () -> null);
        web.withBean(CorrelationSettings.class, () -> own)
                .withBean(CorrelationResolver.class, () -> resolver)
                .withBean(CurrentTraceId.class, () -> () -> "own")
                .withBean(ClientResolver.class, () -> new ClientResolver(Networks.none()))
                .run(context -> assertThat(context)
                        .hasSingleBean(CorrelationSettings.class)
                        .hasSingleBean(CurrentTraceId.class)
                        .hasSingleBean(ClientResolver.class)
                        .getBean(CorrelationResolver.class)
                        .isSameAs(resolver));
    }

    @Test
    void aTracersTraceIdIsTheId() {
        Tracer tracer = mock(Tracer.class, Answers.RETURNS_DEEP_STUBS);
        when(tracer.currentSpan().context().traceId()).thenReturn("4bf92f3577b34da6a3ce929d0e0e4736");
        web.withBean(Tracer.class, () -> tracer).run(context -> {
            assertThat(context.getBean(CorrelationResolver.class).fresh().id().value())
                    .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(context.getBean(CorrelationResolver.class).fresh().trace())
                    .isNull();
        });
    }

    @Test
    void aTracerThatTracesNothingIsNoTracer() {
        web.withBean(Tracer.class, () -> Tracer.NOOP)
                .run(context -> assertThat(context.getBean(CorrelationResolver.class)
                                .fresh()
                                .trace())
                        .isNotNull());
    }

    @Test
    void withoutMicrometerAndHttpClientsAnAppStarts() {
        web.withClassLoader(new FilteredClassLoader(
                        "io.micrometer", "org.springframework.web.reactive", "org.springframework.web.client"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(FilterRegistrationBean.class)
                        .doesNotHaveBean(CurrentTraceId.class));
    }

    @Test
    void anAppWithoutAServerStarts() {
        plain.withClassLoader(new FilteredClassLoader("jakarta.servlet", "org.springframework.http", "io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(CorrelationResolver.class)
                        .doesNotHaveBean(FilterRegistrationBean.class)
                        .doesNotHaveBean(OutgoingHeaders.class));
    }
}
