// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.client;

import dev.seaworthy.core.client.ClientResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Room {@code client}: finds the client behind the proxies. */
@AutoConfiguration
@EnableConfigurationProperties(ClientProperties.class)
public final class ClientAutoConfiguration {

    ClientAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ClientResolver seaworthyClientResolver(ClientProperties properties) {
        return new ClientResolver(NetworkList.read("seaworthy.client.trusted-proxies", properties.trustedProxies()));
    }
}
