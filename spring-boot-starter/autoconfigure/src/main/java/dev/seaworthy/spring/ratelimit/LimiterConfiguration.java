// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit;

import dev.seaworthy.core.client.Grouping;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.RateLimitersBuilder;
import dev.seaworthy.core.ratelimit.store.BucketStore;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.ratelimit.policy.BuiltIn;
import dev.seaworthy.spring.ratelimit.policy.LimitRefresh;
import dev.seaworthy.spring.ratelimit.policy.RateLimitProperties;
import dev.seaworthy.spring.ratelimit.policy.RuleBook;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The policies, put to use: of every app, with or without a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.ratelimit.enabled", matchIfMissing = true)
final class LimiterConfiguration {

    // The store is a bean of its own, which closes itself.
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    RateLimiters seaworthyRateLimiters(
            RateLimitProperties properties,
            Environment environment,
            BucketStore store,
            TimeSource time,
            Telemetry telemetry) {
        RateLimitersBuilder limiters =
                RateLimiters.builder().store(store).time(time).telemetry(telemetry);
        if (properties.penalty().enabled()) {
            limiters.penalty(RateLimitProperties.checked(
                    RateLimitProperties.PREFIX + ".penalty", properties.penalty(), properties.penalty()::settings));
        }
        if (properties.builtIn() != BuiltIn.OFF) {
            Policy policy = Policy.builtIn();
            limiters.policy(properties.builtIn().isShadow(environment) ? policy.asShadow() : policy);
        }
        properties.declared().values().forEach(limiters::policy);
        return limiters.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyLimitRefresh")
    ApplicationListener<ApplicationEvent> seaworthyLimitRefresh(RateLimiters limiters, Environment environment) {
        return new LimitRefresh(limiters, environment);
    }

    /** What a request needs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    @ConditionalOnClass(name = "jakarta.servlet.Filter")
    static final class Rules {

        @Bean
        @ConditionalOnMissingBean
        RuleBook seaworthyRuleBook(
                RateLimitProperties properties, RateLimiters limiters, Grouping grouping, BeanFactory beans) {
            return new RuleBook(properties, limiters, grouping, beans);
        }
    }
}
