// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.validation;

import dev.seaworthy.servlet.tomcat.TomcatBodies;
import org.apache.catalina.Host;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Keeps an embedded Tomcat from reading on what nobody wants. */
@AutoConfiguration(afterName = "dev.seaworthy.spring.validation.RequestBudgetAutoConfiguration")
@ConditionalOnClass(
        name = {
            "org.apache.catalina.startup.Tomcat",
            "org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory"
        })
@ConditionalOnBean(name = "seaworthyBudgetFilter")
public final class TomcatBodiesAutoConfiguration {

    TomcatBodiesAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyTomcatBodies")
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> seaworthyTomcatBodies() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                TomcatBodies.leaveUnread(host);
            }
        });
    }
}
