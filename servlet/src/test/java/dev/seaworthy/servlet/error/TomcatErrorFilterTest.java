// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import dev.seaworthy.servlet.tomcat.TomcatFailureRule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class TomcatErrorFilterTest extends ErrorFilterContract {

    // Embedded Tomcat logs through java.util.logging.
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("org.apache");
    private final java.util.logging.Handler ear = new java.util.logging.Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getLevel() + " " + entry.getLoggerName() + ": " + entry.getMessage() + " "
                        + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    TomcatErrorFilterTest() {
        super(app -> new TomcatTestServer(app, tomcat -> {}), new TomcatFailureRule());
    }

    @BeforeEach
    void listen() {
        complaints.clear();
        root.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(ear);
    }

    @Override
    List<String> containerComplaints() {
        return complaints;
    }
}
