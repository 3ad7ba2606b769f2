// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.logging.queue.QueueSettings;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.redact.RedactSettings;
import dev.seaworthy.core.redact.Redactor;
import dev.seaworthy.servlet.logging.UserContext;
import dev.seaworthy.spring.client.ClientAutoConfiguration;
import dev.seaworthy.spring.redact.RedactAutoConfiguration;
import dev.seaworthy.spring.redact.RedactionOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class LoggingAutoConfigurationTest {

    private static final AutoConfigurations ROOM = AutoConfigurations.of(
            ClientAutoConfiguration.class, RedactAutoConfiguration.class, LoggingAutoConfiguration.class);

    private final WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(ROOM);

    @Test
    void defaultsAreThoseOfTheCore() {
        LoggingProperties defaults =
                Binder.get(new MockEnvironment()).bindOrCreate("seaworthy.logging", LoggingProperties.class);

        assertThat(defaults.queue().settings()).isEqualTo(QueueSettings.withDefaults());
        assertThat(defaults.request().settings()).isEqualTo(RequestLogSettings.withDefaults());
        assertThat(RedactionOf.environment(new MockEnvironment())).isEqualTo(RedactSettings.withDefaults());
    }

    @Test
    void aServletAppHasALineForEachRequestAndEverythingCanBeReplaced() {
        web.run(context -> assertThat(context)
                .hasBean("seaworthyRequestLogFilter")
                .hasBean("seaworthyUserFilter")
                .hasBean("seaworthyRequestEnd")
                .hasSingleBean(Redactor.class));
        web.withBean(UserContext.class, () -> request -> "me")
                .run(context -> assertThat(context).hasSingleBean(UserContext.class));
    }

    @Test
    void theLineStepsAsideWhereItIsSwitchedOffAndWhereThereIsNoServlet() {
        web.withPropertyValues("seaworthy.logging.request.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("seaworthyRequestLogFilter"));
        web.withPropertyValues("seaworthy.logging.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("seaworthyRequestLogFilter"));
        new ApplicationContextRunner()
                .withConfiguration(ROOM)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("seaworthyRequestLogFilter")
                        .hasBean("seaworthyLoggingReporter"));
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(ROOM)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("seaworthyRequestLogFilter"));
    }

    @ParameterizedTest
    @CsvSource({
        "seaworthy.logging.queue.capacity=1, seaworthy.logging.queue.capacity must be 16 to 1000000",
        "seaworthy.logging.request.success-rate=2, seaworthy.logging.request.success-rate must be 0 to 1",
        "seaworthy.logging.request.captured-body=99999, seaworthy.logging.request.captured-body must be 0 to 16384",
        "seaworthy.redact.hash-key=short, redaction hash key must have at least 16 characters",
        "seaworthy.logging.format=xml, LogFormat",
    })
    void aWrongValueStopsTheStartInWords(String property, String told) {
        web.withPropertyValues(property).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).hasStackTraceContaining(told);
        });
    }
}
