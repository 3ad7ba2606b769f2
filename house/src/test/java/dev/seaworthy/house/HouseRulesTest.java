// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {

    private static final JavaClasses WRONG = new ClassFileImporter().importPackages("dev.seaworthy.core");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            packages have no cycles                | Cycle detected
            a room uses the foundation and itself  | core.time must not use core.error
            only core.time reads a clock           | Wrong.now()
            package names say what is in them      | dev.seaworthy.core.helper
            packages are null-marked               | dev.seaworthy.core.queue has no package-info
            auto-configurations are closed         | WrongAutoConfiguration must be final
            """)
    void eachRuleCanFail(String rule, String message) {
        assertThatThrownBy(() -> HouseRules.rules(Floor.CORE, "dev.seaworthy.core")
                        .get(rule)
                        .check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    @Test
    void laterRoomsMayUseEarlierOnesAndLowerFloorsOfTheSameName() {
        assertThat(new Room("core", "error").mayUse(new Room("core", "time"))).isTrue();
        assertThat(new Room("servlet", "ratelimit").mayUse(new Room("core", "ratelimit")))
                .isTrue();
        assertThat(new Room("servlet", "ratelimit").mayUse(new Room("servlet", "error")))
                .isTrue();
        assertThat(new Room("core", "outbound").mayUse(new Room("core", "queue")))
                .isTrue();
    }

    @Test
    void otherRoomsAndHigherFloorsAreOutOfBounds() {
        assertThat(new Room("core", "ratelimit").mayUse(new Room("core", "headers")))
                .isFalse();
        assertThat(new Room("core", "queue").mayUse(new Room("core", "outbound")))
                .isFalse();
        assertThat(new Room("core", "error").mayUse(new Room("servlet", "error")))
                .isFalse();
    }
}
