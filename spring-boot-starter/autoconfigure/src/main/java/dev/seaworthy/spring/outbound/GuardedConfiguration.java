// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound;

import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.spring.outbound.guard.GuardedBeans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Methods with {@link Guarded}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.outbound.enabled", matchIfMissing = true)
@ConditionalOnClass(name = "org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor")
final class GuardedConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static GuardedBeans seaworthyGuardedBeans(ObjectProvider<ExternalServices> services) {
        return new GuardedBeans(services::getObject);
    }
}
