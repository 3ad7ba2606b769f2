// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class PropertyFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seaworthy.error.invalid-status=many | seaworthy.error.invalid-status cannot be read, got 'many'; write a number",
                "seaworthy.error.invalid-status=500 | seaworthy.error.invalid-status must be 400 or 422, got '500'; write 422",
                "seaworthy.error.enabled=maybe | seaworthy.error.enabled cannot be read, got 'maybe'; write true or false",
                "seaworthy.report.enabled=2 | seaworthy.report.enabled cannot be read, got '2'; write true or false",
                "seaworthy.error.type-base=a b | seaworthy.error.type-base cannot be read, got 'a b'; write an absolute URI, for example https://api.example.com",
                "seaworthy.error.type-base=here | seaworthy.error.type-base must be an absolute URI, got 'here'; write for example https://api.example.com",
                "seaworthy.error.constraint-fields.email_key=email | seaworthy.error.constraint-fields.email_key must be a JSON pointer, got 'email'; write for example /email"
            })
    void unreadablePropertyStopsTheStartWithASentence(String property, String sentence) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        TimeAutoConfiguration.class,
                        TelemetryAutoConfiguration.class,
                        AlertAutoConfiguration.class,
                        ErrorAutoConfiguration.class,
                        ReportAutoConfiguration.class))
                .withPropertyValues(property)
                .run(context -> {
                    FailureAnalysis analysis = new PropertyFailureAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis.getDescription()).isEqualTo(sentence);
                    assertThat(analysis.getAction()).startsWith("Correct ");
                });
    }

    @Test
    void bootPrintsTheSentence(CapturedOutput output) {
        SpringApplication app = new SpringApplication(App.class);
        app.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> app.run("--seaworthy.error.invalid-status=many"))
                .isNotNull();

        assertThat(output.getAll())
                .contains(
                        "APPLICATION FAILED TO START",
                        "seaworthy.error.invalid-status cannot be read, got 'many'; write a number");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}
}
