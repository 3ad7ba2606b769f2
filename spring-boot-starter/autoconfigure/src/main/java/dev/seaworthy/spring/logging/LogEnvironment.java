// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Chooses the format before Boot sets its logging up, by Boot's own properties and behind everything that the app set.
 * What it decided is left in properties for the report.
 */
final class LogEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String SOURCE = "seaworthyLogging";
    static final String REASON = "seaworthy.logging.decided-because";
    static final String JSON = "seaworthy.logging.decided-json";

    // By name: the class itself needs Logback.
    private static final String FORMAT_CLASS = "dev.seaworthy.spring.logging.SeaworthyLogFormat";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains(SOURCE)) {
            return;
        }
        LogDecision decision = LogDecision.of(environment, appClass(application));
        boolean json = decision.json() && Logging.isLogback();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(JSON, json);
        properties.put(REASON, decision.reason());
        if (json) {
            properties.put("logging.structured.format.console", FORMAT_CLASS);
            properties.put("logging.structured.format.file", FORMAT_CLASS);
        }
        if (Logging.isLogback()) {
            LogbackGuard.forget(FORMAT_CLASS);
        }
        environment.getPropertySources().addLast(new MapPropertySource(SOURCE, properties));
    }

    /** The source comes first: under a test runner, the class with the main method is the runner's. */
    private static @Nullable Class<?> appClass(SpringApplication application) {
        return application.getAllSources().stream()
                .filter(Class.class::isInstance)
                .findFirst()
                .<Class<?>>map(source -> (Class<?>) source)
                .orElse(application.getMainApplicationClass());
    }

    /** Behind the app's configuration files. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
