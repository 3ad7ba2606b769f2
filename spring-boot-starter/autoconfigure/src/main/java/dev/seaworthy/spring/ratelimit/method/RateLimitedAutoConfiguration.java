// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.method;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.spring.ratelimit.RateLimitAutoConfiguration;
import dev.seaworthy.spring.ratelimit.RateLimited;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;

/** Methods with {@link RateLimited}. */
@AutoConfiguration(after = RateLimitAutoConfiguration.class)
@ConditionalOnProperty(name = "seaworthy.ratelimit.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(name = {"org.springframework.aop.framework.ProxyFactory", "jakarta.servlet.Filter"})
public final class RateLimitedAutoConfiguration {

    RateLimitedAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    static RateLimitedBeans seaworthyRateLimitedBeans(
            ObjectProvider<RuleBook> rules, ObjectProvider<ClientResolver> clients) {
        return new RateLimitedBeans(rules, clients);
    }
}
