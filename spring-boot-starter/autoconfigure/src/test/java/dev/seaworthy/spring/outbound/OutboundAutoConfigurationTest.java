// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.outbound.door.OutboundSettings;
import dev.seaworthy.core.outbound.door.Refusal;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.outbound.client.Hosts;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.web.reactive.function.client.WebClient;

class OutboundAutoConfigurationTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    OutboundAutoConfiguration.class,
                    AlertAutoConfiguration.class,
                    TelemetryAutoConfiguration.class,
                    TimeAutoConfiguration.class));

    @Test
    void everyDefaultIsThatOfCore() {
        app.withPropertyValues("seaworthy.outbound.stripe.hosts=api.stripe.com").run(context -> {
            assertThat(door(context, "stripe").settings()).isEqualTo(OutboundSettings.withDefaults());
            assertThat(context.getBean(OutboundProperties.class).defaults().settings())
                    .isEqualTo(OutboundSettings.withDefaults());
        });
    }

    @Test
    void aServiceIsWhateverStandsUnderThePrefix() {
        app.withPropertyValues(
                        "seaworthy.outbound.stripe.timeout=3s",
                        "seaworthy.outbound.card-check.retry.max-attempts=1",
                        "seaworthy.outbound.default.timeout=7s",
                        "seaworthy.outbound.default.breaker.probes=9",
                        "seaworthy.outbound.enabled=true")
                .run(context -> {
                    assertThat(context.getBean(ExternalServices.class).all())
                            .extracting(ExternalService::name)
                            .containsExactlyInAnyOrder("card-check", "stripe");
                    assertThat(door(context, "stripe").settings().timeout()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(door(context, "card-check").settings().timeout()).isEqualTo(Duration.ofSeconds(7));
                    assertThat(door(context, "card-check").settings().retry().maxAttempts())
                            .isEqualTo(1);
                    assertThat(door(context, "stripe").settings().breaker().probes())
                            .isEqualTo(9);
                });
    }

    @Test
    void environmentVariablesAndPlaceholdersWork() {
        app.withSystemProperties("seaworthy.outbound.stripe.timeout=${stripe.wait:4s}")
                .run(context ->
                        assertThat(door(context, "stripe").settings().timeout()).isEqualTo(Duration.ofSeconds(4)));
    }

    @Test
    void refusalsModeAndHostsAreRead() {
        app.withPropertyValues(
                        "seaworthy.outbound.stripe.refusals.402=CARD_DECLINED",
                        "seaworthy.outbound.stripe.mode=shadow",
                        "seaworthy.outbound.stripe.hosts=API.stripe.com,localhost:8443")
                .run(context -> {
                    ExternalService stripe = door(context, "stripe");
                    assertThat(stripe.settings().refusals()).containsExactly(Refusal.of(402, "CARD_DECLINED"));
                    assertThat(stripe.state().mode()).isEqualTo(BreakerMode.SHADOW);
                    Hosts hosts = context.getBean(Hosts.class);
                    assertThat(hosts.find(URI.create("https://api.stripe.com/v1")))
                            .isSameAs(stripe);
                    assertThat(hosts.find(URI.create("http://api.stripe.com:99/")))
                            .isSameAs(stripe);
                    assertThat(hosts.find(URI.create("http://localhost:8443/"))).isSameAs(stripe);
                    assertThat(hosts.find(URI.create("http://localhost/"))).isNull();
                    assertThat(hosts.find(URI.create("https://stripe.com/"))).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({"enabled, enabled-service", "deadline, deadline-service"})
    void aServiceCalledLikeASettingOfTheRoomIsRefusedInWords(String name, String instead) {
        app.withPropertyValues("seaworthy.outbound." + name + ".timeout=3s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(BadService.class, bad -> {
                            assertThat(bad)
                                    .hasMessage("seaworthy.outbound." + name + ".timeout speaks of a service called '"
                                            + name + "', but seaworthy.outbound." + name
                                            + " is a setting of the room itself");
                            assertThat(bad.action()).contains(instead);
                        }));
    }

    @Test
    void aValueThatCannotBeRightStopsTheStartAndNamesTheService() {
        app.withPropertyValues("seaworthy.outbound.stripe.retry.max-attempts=99")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(BadService.class)
                        .hasMessageStartingWith("seaworthy.outbound.stripe: ")
                        .hasMessageContaining("'99'"));
        app.withPropertyValues("seaworthy.outbound.stripe.timeout=soon")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(Exception.class)
                        .satisfies(
                                failure -> assertThat(failure).hasStackTraceContaining(BindException.class.getName())));
        app.withPropertyValues("seaworthy.outbound.stripe.hosts=https://api.stripe.com")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("seaworthy.outbound.stripe.hosts must be a host or host:port, got"
                                + " 'https://api.stripe.com'; write for example api.example.com"));
        app.withPropertyValues("seaworthy.outbound.a.hosts=localhost", "seaworthy.outbound.b.hosts=LOCALHOST")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("a host has one door"));
    }

    @Test
    void anAppBringsDoorsOfItsOwnAndHasTheLastWordOnOurs() {
        app.withUserConfiguration(OwnDoor.class)
                .withPropertyValues("seaworthy.outbound.stripe.timeout=3s")
                .run(context -> {
                    assertThat(context.getBean(ExternalServices.class).find("ours"))
                            .isPresent();
                    assertThat(door(context, "stripe").settings().maxConcurrent())
                            .isEqualTo(7);
                });
    }

    @Test
    void switchedOffThereAreNoDoorsAndTheReportSaysSo() {
        app.withPropertyValues("seaworthy.outbound.enabled=false", "seaworthy.outbound.stripe.timeout=3s")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(ExternalServices.class);
                    RoomReport said = context.getBean("seaworthyOutboundReporter", Reporter.class)
                            .report();
                    assertThat(said.enabled()).isFalse();
                    assertThat(said.room()).isEqualTo("outbound");
                });
    }

    @Test
    void withoutSpringsClientsAnAppStarts() {
        app.withClassLoader(new FilteredClassLoader(
                        ClientHttpRequestInterceptor.class, WebClient.class, jakarta.servlet.Filter.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ExternalServices.class));
    }

    @Test
    void aDoorIsSwitchedByHand() {
        app.withPropertyValues("seaworthy.outbound.stripe.timeout=3s").run(context -> {
            DoorSwitch hand = context.getBean(DoorSwitch.class);

            assertThat(hand.change("stripe", "force-open")).startsWith("closed, by hand: forced-open");
            assertThat(door(context, "stripe").state().mode()).isEqualTo(BreakerMode.FORCED_OPEN);
            assertThat(context.getBean(DoorHealth.class).details().get("stripe"))
                    .contains("forced-open");
            assertThat(hand.change("stripe", "auto")).isEqualTo("closed");
            assertThat(hand.change("strpe", "auto")).isNull();
        });
    }

    private static ExternalService door(org.springframework.context.ApplicationContext context, String name) {
        return context.getBean(ExternalServices.class).require(name);
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDoor {

        @Bean
        ExternalService ours() {
            return ExternalService.named("ours").build();
        }

        @Bean
        ExternalServiceCustomizer seven() {
            return (service, builder) -> builder.maxConcurrent(7);
        }
    }
}
