// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring;

import dev.seaworthy.house.Floor;
import dev.seaworthy.house.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> theHouseRulesHold() {
        return HouseRules.tests(Floor.SPRING, "dev.seaworthy.spring");
    }
}
