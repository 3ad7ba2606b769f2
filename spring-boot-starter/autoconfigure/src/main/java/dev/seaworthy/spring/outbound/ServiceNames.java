// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/** Which services the properties speak of: whatever stands under the prefix and is no word of the room itself. */
final class ServiceNames {

    static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("seaworthy.outbound");

    private static final String ENABLED = "enabled";
    private static final String DEFAULT = "default";
    private static final String DEADLINE = "deadline";
    private static final Set<String> DEADLINE_SETTINGS = Set.of("enabled", "header", "attemptheader", "max");
    private static final int PREFIX_LENGTH = PREFIX.getNumberOfElements();

    private ServiceNames() {}

    /**
     * The names, sorted.
     *
     * @throws BadService if a service is called like a word of the room
     */
    static Set<String> in(Iterable<ConfigurationPropertySource> sources) {
        Set<String> names = new TreeSet<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream()
                        .filter(PREFIX::isAncestorOf)
                        .filter(name -> name.getNumberOfElements() > PREFIX_LENGTH + 1)
                        .filter(ServiceNames::isOfAService)
                        .forEach(name -> names.add(element(name, PREFIX_LENGTH)));
            }
        }
        return names;
    }

    private static boolean isOfAService(ConfigurationPropertyName name) {
        String first = element(name, PREFIX_LENGTH);
        String second = name.getElement(PREFIX_LENGTH + 1, ConfigurationPropertyName.Form.UNIFORM);
        if (first.equals(DEFAULT) || first.equals(DEADLINE) && DEADLINE_SETTINGS.contains(second)) {
            return false;
        }
        if (first.equals(ENABLED) || first.equals(DEADLINE)) {
            throw new BadService(
                    name + " speaks of a service called '" + first + "', but seaworthy.outbound." + first
                            + " is a setting of the room itself",
                    "Give the service another name, for example '" + first + "-service'.");
        }
        return true;
    }

    private static String element(ConfigurationPropertyName name, int index) {
        return name.getElement(index, ConfigurationPropertyName.Form.DASHED);
    }
}
