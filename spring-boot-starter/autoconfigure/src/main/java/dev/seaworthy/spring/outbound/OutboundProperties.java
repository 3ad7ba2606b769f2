// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What can be chosen about calls to external services. What is under any other name than these is a service of that name,
 * with the same settings as under {@code default}.
 *
 * @param enabled whether external services get a guarded door
 * @param defaults what holds for every service that does not say otherwise
 */
@ConfigurationProperties("seaworthy.outbound")
record OutboundProperties(
        @DefaultValue("true") boolean enabled,

        @NestedConfigurationProperty @Name("default") @DefaultValue
        ServiceProperties defaults) {}
