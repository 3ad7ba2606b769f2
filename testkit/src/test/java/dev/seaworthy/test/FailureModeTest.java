// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureModeTest {

    @Test
    void thereAreTwentyNineInTheOrderOfTheirNumbers() {
        assertThat(FailureMode.values()).hasSize(29);
        assertThat(FailureMode.UNKNOWN_PATH.number()).isEqualTo(1);
        assertThat(FailureMode.SECURITY.number()).isEqualTo(17);
        assertThat(FailureMode.XML.number()).isEqualTo(29);
    }

    @Test
    void pathsAreTheNamesInKebabCase() {
        assertThat(FailureMode.RUNTIME_EXCEPTION.path()).isEqualTo("/conformance/runtime-exception");
    }

    @ParameterizedTest
    @EnumSource
    void everyModeHasProbesBelowItsPathWithNamesOfTheirOwn(FailureMode mode) {
        List<Probe> probes = mode.probes(422);

        assertThat(probes).isNotEmpty();
        assertThat(probes).extracting(Probe::name).doesNotHaveDuplicates();
        assertThat(probes)
                .filteredOn(probe -> probe.raw() == null)
                .allSatisfy(probe -> assertThat(probe.target()).startsWith(mode.path()));
    }

    @Test
    void theStatusOfInvalidInputCanBeChosen() {
        assertThat(FailureMode.BODY_VALIDATION.probes(400))
                .allSatisfy(probe -> assertThat(probe.expectation().statuses()).containsExactly(400));
    }

    @Test
    void everyModeThatTakesInputSendsACanary() {
        assertThat(Arrays.stream(FailureMode.values()).flatMap(mode -> mode.probes(422).stream()))
                .filteredOn(
                        probe -> (probe.raw() + probe.target() + probe.headers() + probe.body()).contains(Probe.CANARY))
                .hasSizeGreaterThan(25);
    }
}
