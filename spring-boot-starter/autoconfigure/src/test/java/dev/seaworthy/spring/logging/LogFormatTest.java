// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogFormatTest {

    private static String line(CapturedOutput output) {
        await().until(() -> output.getOut().contains("forged"));
        return output.getOut()
                .lines()
                .filter(line -> line.contains("forged"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void jsonIsOneRedactedLinePerEventBehindAQueue(CapturedOutput output) {
        try (LoggedApp app = new LoggedApp("seaworthy.logging.format=json", "spring.application.name=shop")) {
            app.log();

            BasicJsonTester json = new BasicJsonTester(getClass());
            assertThat(json.from(line(output)))
                    .extractingJsonPathStringValue("['message']")
                    .isEqualTo("password=***\nERROR forged");
            assertThat(json.from(line(output)))
                    .extractingJsonPathStringValue("['service.name']")
                    .isEqualTo("shop");
            assertThat(json.from(line(output)))
                    .extractingJsonPathStringValue("labels.error")
                    .isEqualTo("an mdc key of the app");
            assertThat(LoggedApp.hasQueue()).isTrue();
            assertThat(app.report().settings()).containsEntry("format", "json").containsEntry("redaction", "CONSOLE");
        }
        assertThat(output.getOut()).doesNotContain("hunter2", "4111");
    }

    @Test
    void inDevelopmentTheConsoleStaysTextAndCannotBeForged(CapturedOutput output) {
        try (LoggedApp app = new LoggedApp()) {
            app.log();

            assertThat(output.getOut())
                    .contains("password=***\n    | ERROR forged")
                    .doesNotContain("hunter2", "4111");
            assertThat(LoggedApp.hasQueue()).isFalse();
            assertThat(app.report().settings())
                    .containsEntry("format", "as it was")
                    .containsEntry("format.because", "the app runs from its classes, as in development")
                    .containsEntry("redaction", "CONSOLE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void bootsOwnStructuredFormatsStayAndAreRedacted(String format, CapturedOutput output) {
        try (LoggedApp app = new LoggedApp("logging.structured.format.console=" + format)) {
            app.log();
            org.slf4j.LoggerFactory.getLogger("shop.Orders").warn("password=hunter2 forged");

            assertThat(line(output)).startsWith("{").contains("***").doesNotContain("log.logger");
            assertThat(output.getOut()).doesNotContain("hunter2", "4111111111111111");
            assertThat(app.report().settings())
                    .containsEntry("format", "as it was")
                    .containsEntry("format.because", "the app's own logging.structured.format.console decides")
                    .containsEntry("redaction", "CONSOLE");
        }
    }

    @Test
    void anOwnPatternStaysEvenWhereJsonIsAskedFor(CapturedOutput output) {
        try (LoggedApp app = new LoggedApp("logging.pattern.console=own %msg%n", "seaworthy.logging.format=json")) {
            app.log();

            assertThat(output.getOut()).contains("own password=***\n    | ERROR forged");
            assertThat(app.report().findings())
                    .extracting(Finding::text)
                    .contains(
                            "seaworthy.logging.format is json, but the app's own logging.pattern.console decides; remove"
                                    + " one of the two");
        }
    }

    @Test
    void aCloudPlatformGetsJson(CapturedOutput output) {
        try (LoggedApp app = new LoggedApp("spring.main.cloud-platform=kubernetes")) {
            app.log();

            assertThat(line(output)).startsWith("{\"@timestamp\":");
            assertThat(app.report().settings()).containsEntry("format.because", "the app runs on a cloud platform");
        }
    }

    @Test
    void switchedOffNothingIsTouched(CapturedOutput output) {
        try (LoggedApp app = new LoggedApp("seaworthy.logging.enabled=false")) {
            app.log();

            assertThat(output.getOut()).contains("password=hunter2\nERROR forged");
            assertThat(app.report().enabled()).isFalse();
        }
    }

    @Test
    void theAppsOwnSecretNamesCount(CapturedOutput output) {
        try (LoggedApp app = new LoggedApp("seaworthy.redact.secret-names=customer-number")) {
            org.slf4j.LoggerFactory.getLogger("shop").warn("customerNumber=42");

            assertThat(output.getOut()).contains("customerNumber=***");
            assertThat(app.report().enabled()).isTrue();
        }
    }
}
