// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;

/** The part of a WebFlux app: to say that there is none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.error.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class ReactiveErrorConfiguration {

    ReactiveErrorConfiguration() {
        LoggerFactory.getLogger("dev.seaworthy.spring.error")
                .info("Seaworthy leaves the error answers of this WebFlux app to Spring; the error desk can be used");
    }
}
