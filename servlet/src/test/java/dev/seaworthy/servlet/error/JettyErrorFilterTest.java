// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.servlet.jetty.JettyFailureRule;
import dev.seaworthy.test.LogEvents;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.event.Level;

class JettyErrorFilterTest extends ErrorFilterContract {

    private LogEvents events;

    JettyErrorFilterTest() {
        super(app -> new JettyTestServer(app, server -> {}), new JettyFailureRule());
    }

    @BeforeEach
    void listen() {
        events = LogEvents.capture();
    }

    @AfterEach
    void stopListening() {
        events.close();
    }

    @Override
    List<String> containerComplaints() {
        return events.all().stream()
                .filter(event -> event.logger().startsWith("org.eclipse.jetty"))
                .filter(event -> event.level().compareTo(Level.WARN) <= 0)
                .map(event -> event.level() + " " + event.logger() + ": " + event.message() + " " + event.throwable())
                .toList();
    }
}
