// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.validation.budget.RequestBudget;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class RequestBudgetAutoConfigurationTest {

    private static final AutoConfigurations ROOM = AutoConfigurations.of(
            RequestBudgetAutoConfiguration.class,
            ErrorAutoConfiguration.class,
            AlertAutoConfiguration.class,
            TelemetryAutoConfiguration.class,
            TimeAutoConfiguration.class);

    private final WebApplicationContextRunner app = new WebApplicationContextRunner().withConfiguration(ROOM);

    @Test
    void everyDefaultIsThatOfCore() {
        app.run(context -> assertThat(context.getBean(RequestBudget.class)).isEqualTo(RequestBudget.withDefaults()));
    }

    @Test
    void partsMayBeAsLongAsTheAppHasAllowedAlready() {
        app.withPropertyValues("spring.servlet.multipart.max-request-size=100MB")
                .run(context -> assertThat(context.getBean(RequestBudget.class).maxMultipart())
                        .isEqualTo(100L * 1024 * 1024));
        app.withPropertyValues("spring.servlet.multipart.max-request-size=-1")
                .run(context -> assertThat(context.getBean(RequestBudget.class).maxMultipart())
                        .isEqualTo(Long.MAX_VALUE));
        app.withPropertyValues(
                        "spring.servlet.multipart.max-request-size=100MB", "seaworthy.validation.max-multipart=1MB")
                .run(context -> assertThat(context.getBean(RequestBudget.class).maxMultipart())
                        .isEqualTo(1024L * 1024));
    }

    @Test
    void aQuarterOfTheThreadsMayReadBodies() {
        app.withPropertyValues("server.tomcat.threads.max=80")
                .run(context -> assertThat(
                                context.getBean(RequestBudget.class).pace().maxReaders())
                        .isEqualTo(20));
        app.withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> assertThat(
                                context.getBean(RequestBudget.class).pace().maxReaders())
                        .isEqualTo(200));
    }

    @Test
    void theSwitchAndTheAppsOwnBeansWin() {
        app.withPropertyValues("seaworthy.validation.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("seaworthyBudgetFilter"));
        RequestBudget own = RequestBudget.withDefaults().withMaxBody(7);
        app.withBean(RequestBudget.class, () -> own)
                .run(context -> assertThat(context.getBean(RequestBudget.class)).isSameAs(own));
        app.withPropertyValues("seaworthy.error.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("seaworthyBudgetFilter"));
        new ApplicationContextRunner()
                .withConfiguration(ROOM)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RequestBudget.class));
    }

    @Test
    void aBudgetThatServesNobodyStopsTheStart() {
        app.withPropertyValues("seaworthy.validation.max-headers=1")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage(
                                "seaworthy.validation.max-headers must be 8 or more, got '1'; write for example 800"));
    }
}
