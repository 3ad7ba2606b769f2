// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.payment;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    /** Without the built-in provider the shop needs to be told where the real one is. */
    @Bean
    @ConditionalOnBooleanProperty(name = "shop.provider.enabled", havingValue = false)
    ProviderAddress providerAddress(@Value("${shop.payments.url}") URI url) {
        return new ProviderAddress(url);
    }
}
