// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import dev.seaworthy.conformance.app.ConformanceApp;
import dev.seaworthy.conformance.storm.CleanThreads;
import dev.seaworthy.conformance.storm.StormSuite;
import dev.seaworthy.core.telemetry.Telemetry;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The storm over a whole Spring app. */
@SpringBootTest(classes = ConformanceApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(StormTest.Outermost.class)
class StormTest extends StormSuite {

    @LocalServerPort
    private int port;

    @Autowired
    private Telemetry telemetry;

    @Autowired
    private CleanThreads clean;

    @Override
    protected URI baseUri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected Telemetry telemetry() {
        return telemetry;
    }

    // Spring has Tomcat make a locale of whatever a client writes, and the JDK caches locales. That this is all that
    // grows has not been shown.
    @Override
    protected long mostGrowth() {
        return 32;
    }

    @AfterAll
    void noThreadHadAnythingOfAnotherRequest() {
        clean.assertClean();
    }

    static class Outermost {

        @Bean
        CleanThreads cleanThreads() {
            return new CleanThreads();
        }

        @Bean
        FilterRegistrationBean<CleanThreads> cleanThreadsFirst(CleanThreads clean) {
            FilterRegistrationBean<CleanThreads> registration = new FilterRegistrationBean<>(clean);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
