// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.report.RoomReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ReportAutoConfigurationTest {

    private static final Reporter GALLEY = () -> new RoomReport(
            "galley", true, Map.of("stove", "cold"), List.of(Finding.info("nobody cooks; light the stove")));

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ReportAutoConfiguration.class))
            .withBean("galley", Reporter.class, () -> GALLEY);

    @Test
    void roomsSpeakOnceWhenTheAppIsReady(CapturedOutput output) {
        app.run(context -> {
            ready(context);
            ready(context);
        });
        assertThat(output.getAll()).containsOnlyOnce("nobody cooks; light the stove");
    }

    @Test
    void switchedOffNobodySpeaks(CapturedOutput output) {
        app.withPropertyValues("seaworthy.report.enabled=false").run(ReportAutoConfigurationTest::ready);
        assertThat(output.getAll()).doesNotContain("nobody cooks");
    }

    @Test
    void endpointIsThereWhereItIsExposed() {
        app.withPropertyValues("management.endpoints.web.exposure.include=seaworthy")
                .run(context -> {
                    SeaworthyEndpoint endpoint = context.getBean(SeaworthyEndpoint.class);
                    assertThat(endpoint.rooms().get("rooms")).containsExactly(GALLEY.report());
                    assertThat(endpoint.room("galley")).isEqualTo(GALLEY.report());
                    assertThat(endpoint.room("attic")).isNull();
                });
        app.run(context -> assertThat(context).doesNotHaveBean(SeaworthyEndpoint.class));
    }

    private static void ready(ConfigurableApplicationContext context) {
        context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
    }
}
