// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.minimal.MinimalApp;
import dev.seaworthy.conformance.process.AppProcess;
import dev.seaworthy.conformance.process.ClassPath;
import dev.seaworthy.test.http.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebFluxStartsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void theStarterStepsAsideInAReactiveApp() {
        ClassPath classPath = ClassPath.ofTheAppUnderTest();
        assertThat(classPath.ofSeaworthy()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(classPath.toString()).doesNotContain("servlet-api");
        try (AppProcess app = AppProcess.start(
                MinimalApp.class,
                classPath,
                LIMIT,
                "--server.port=0",
                "--seaworthy.outbound.stripe.timeout=3s",
                "--seaworthy.logging.format=console")) {
            RawHttp http = new RawHttp(app.uri(), LIMIT);

            assertThat(http.exchange("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n", false)
                            .body())
                    .isEqualTo("hello");
            assertThat(app.output()).contains("Netty started").containsOnlyOnce("dev.seaworthy.report");
            assertThat(app.output()).containsPattern("(?m)^\\W*outbound\\b.*\\bon\\b");
        }
    }
}
