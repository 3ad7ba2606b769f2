// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.minimal.MinimalJob;
import dev.seaworthy.conformance.process.AppProcess;
import dev.seaworthy.conformance.process.ClassPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NonWebStartsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void aJobRunsAndEnds() throws InterruptedException {
        ClassPath classPath = ClassPath.ofTheAppUnderTest();
        assertThat(classPath.ofSeaworthy()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(classPath.toString()).doesNotContain("servlet-api").doesNotContain("spring-web");
        try (AppProcess app = AppProcess.start(
                MinimalJob.class,
                classPath,
                LIMIT,
                "--seaworthy.outbound.stripe.timeout=3s",
                "--seaworthy.logging.format=console")) {
            assertThat(app.exitCode(LIMIT)).as(app.output()).isZero();
            assertThat(app.output()).contains(MinimalJob.DONE);
            assertThat(app.output()).containsPattern("(?m)^\\W*outbound\\b.*\\bon\\b");
        }
    }
}
