// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import dev.seaworthy.core.logging.JsonLogging;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** An app that logs a secret and a line that was made to be taken for another one. */
final class LoggedApp implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    LoggedApp(String... properties) {
        // As in a JVM of its own: what Boot handed on to Logback in an earlier test.
        for (String property : List.of("CONSOLE_LOG_STRUCTURED_FORMAT", "CONSOLE_LOG_PATTERN")) {
            System.clearProperty(property);
            ((LoggerContext) LoggerFactory.getILoggerFactory()).putProperty(property, null);
        }
        List<String> arguments = new ArrayList<>(List.of("--spring.main.banner-mode=off"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        SpringApplication app = new SpringApplication(App.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        context = app.run(arguments.toArray(String[]::new));
    }

    void log() {
        MDC.put("note", "token=hunter2");
        MDC.put("error", "an mdc key of the app");
        try {
            LoggerFactory.getLogger("shop.Orders")
                    .error("password=hunter2\nERROR forged", new IllegalStateException("4111111111111111"));
        } finally {
            MDC.remove("note");
            MDC.remove("error");
        }
    }

    RoomReport report() {
        return context.getBean(StartupReport.class).rooms().stream()
                .filter(room -> room.room().equals("logging"))
                .findFirst()
                .orElseThrow();
    }

    static boolean hasQueue() {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        return logback.getLogger("ROOT").getAppender(JsonLogging.QUEUE) != null;
    }

    @Override
    public void close() {
        context.close();
        assertThat(context.isActive()).isFalse();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}
}
