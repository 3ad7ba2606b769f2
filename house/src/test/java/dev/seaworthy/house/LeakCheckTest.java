// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class LeakCheckTest {

    @Test
    void aThreadLeftRunningFailsItsClass() {
        Events containers = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .selectors(DiscoverySelectors.selectClass(Leaking.class))
                .execute()
                .containerEvents();

        assertThat(containers.failed().count()).isEqualTo(1);
        Leaking.left.interrupt();
    }

    /** Not found by surefire: nested and named otherwise. */
    static class Leaking {

        static Thread left = new Thread();

        @Test
        void startsAThreadAndForgetsIt() {
            left = new Thread(Leaking::untilInterrupted, "forgotten");
            left.start();
        }

        private static synchronized void untilInterrupted() {
            try {
                Leaking.class.wait();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
