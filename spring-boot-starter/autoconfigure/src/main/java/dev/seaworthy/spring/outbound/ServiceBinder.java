// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Reads {@code seaworthy.outbound.<name>.*} for every name. What a service does not say is read under {@code
 * seaworthy.outbound.default}; a map of services would do neither that, nor live beside {@code enabled}.
 */
final class ServiceBinder {

    private static final ConfigurationPropertyName DEFAULTS = ServiceNames.PREFIX.append("default");

    private final Environment environment;
    private final List<ConfigurationPropertySource> sources = new ArrayList<>();

    ServiceBinder(Environment environment) {
        this.environment = environment;
        ConfigurationPropertySources.get(environment).forEach(sources::add);
    }

    /** The services, by name. */
    Map<String, ServiceProperties> bind() {
        Map<String, ServiceProperties> services = new LinkedHashMap<>();
        ServiceNames.in(sources).forEach(name -> services.put(name, bind(name)));
        return services;
    }

    private ServiceProperties bind(String service) {
        ConfigurationPropertyName own = ServiceNames.PREFIX.append(service);
        List<ConfigurationPropertySource> asked = new ArrayList<>(sources);
        sources.forEach(source -> asked.add(name -> own.isAncestorOf(name)
                ? source.getConfigurationProperty(DEFAULTS.append(name.subName(own.getNumberOfElements())))
                : null));
        return new Binder(asked, new PropertySourcesPlaceholdersResolver(environment))
                .bindOrCreate(own, Bindable.of(ServiceProperties.class), BindHandler.DEFAULT);
    }
}
