// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import java.util.LinkedHashMap;
import java.util.Map;
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

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains(SOURCE)) {
            return;
        }
        LogDecision decision = LogDecision.of(environment, application.getMainApplicationClass());
        boolean json = decision.json() && Logging.isLogback();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(JSON, json);
        properties.put(REASON, decision.reason());
        if (json) {
            properties.put("logging.structured.format.console", SeaworthyLogFormat.class.getName());
            properties.put("logging.structured.format.file", SeaworthyLogFormat.class.getName());
        }
        environment.getPropertySources().addLast(new MapPropertySource(SOURCE, properties));
    }

    /** Behind the app's configuration files. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
