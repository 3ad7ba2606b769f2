// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import dev.seaworthy.example.shop.payment.ProviderAddress;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("shop.provider.enabled")
class ProviderConfiguration {

    @Bean
    PaymentProvider paymentProvider(ProviderProperties properties, JsonMapper json) throws IOException {
        return new PaymentProvider(properties, json);
    }

    @Bean
    ProviderAddress providerAddress(PaymentProvider provider) {
        return new ProviderAddress(URI.create("http://localhost:" + provider.port()));
    }
}
