// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;

/** The part of a WebFlux app: to say that there is none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.ratelimit.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class ReactiveRateLimitConfiguration {

    ReactiveRateLimitConfiguration() {
        LoggerFactory.getLogger("dev.seaworthy.spring.ratelimit")
                .info("Seaworthy does not limit the requests of this WebFlux app; RateLimiters can be used");
    }
}
