// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * In which format the app logs, and why.
 *
 * @param json whether in our JSON
 * @param reason what decided
 */
record LogDecision(boolean json, String reason) {

    static final String FORMAT = "seaworthy.logging.format";

    private static final String ENABLED = "seaworthy.logging.enabled";
    private static final List<String> OWN_PREFIXES = List.of("logging.pattern.", "logging.structured.");
    private static final List<String> OWN_FILES = List.of(
            "logback-test.groovy",
            "logback-test.xml",
            "logback.groovy",
            "logback.xml",
            "logback-test-spring.groovy",
            "logback-test-spring.xml",
            "logback-spring.groovy",
            "logback-spring.xml");

    static LogDecision of(ConfigurableEnvironment environment, @Nullable Class<?> appClass) {
        if (!isEnabled(environment)) {
            return new LogDecision(false, "seaworthy.logging.enabled is false");
        }
        Optional<String> own = own(environment);
        if (own.isPresent()) {
            return new LogDecision(false, "the app's own " + own.get() + " decides");
        }
        return switch (environment.getProperty(FORMAT, "auto").toLowerCase(Locale.ROOT)) {
            case "json" -> new LogDecision(true, FORMAT + " is json");
            case "console" -> new LogDecision(false, FORMAT + " is console");
            default -> automatic(environment, appClass);
        };
    }

    static boolean isEnabled(Environment environment) {
        return !"false"
                .equalsIgnoreCase(environment.getProperty(ENABLED, "true").strip());
    }

    private static LogDecision automatic(Environment environment, @Nullable Class<?> appClass) {
        if (CloudPlatform.getActive(environment) != null) {
            return new LogDecision(true, "the app runs on a cloud platform");
        }
        return isInJar(appClass)
                ? new LogDecision(true, "the app runs from its jar")
                : new LogDecision(false, "the app runs from its classes, as in development");
    }

    private static boolean isInJar(@Nullable Class<?> appClass) {
        CodeSource source =
                appClass == null ? null : appClass.getProtectionDomain().getCodeSource();
        String location = source == null || source.getLocation() == null
                ? ""
                : source.getLocation().toString();
        return location.endsWith(".jar")
                || location.endsWith(".war")
                || location.contains(".jar!")
                || location.contains(".jar/!");
    }

    private static Optional<String> own(ConfigurableEnvironment environment) {
        if (environment.getProperty("logging.config") != null) {
            return Optional.of("logging.config");
        }
        ClassLoader loader = ClassUtils.getDefaultClassLoader();
        Optional<String> file = OWN_FILES.stream()
                .filter(name -> loader != null && loader.getResource(name) != null)
                .findFirst();
        return file.isPresent() ? file : property(environment);
    }

    private static Optional<String> property(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(LogEnvironment.SOURCE))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .filter(name -> OWN_PREFIXES.stream().anyMatch(name::startsWith))
                .findFirst();
    }
}
