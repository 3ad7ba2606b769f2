// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.error;

import dev.seaworthy.servlet.jetty.SeaworthyErrorHandler;
import dev.seaworthy.servlet.jetty.SeaworthyJetty;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import dev.seaworthy.servlet.tomcat.SeaworthyTomcat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Installs the pages of last resort when the server is built. */
@Configuration(proxyBeanMethods = false)
final class Boot4ContainerPages {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {
                "org.apache.catalina.startup.Tomcat",
                "org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory"
            })
    static final class OnTomcat {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyTomcatPages")
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> seaworthyTomcatPages(
                ObjectProvider<SeaworthyErrorReportValve> valve) {
            return factory -> factory.addContextCustomizers(
                    context -> valve.ifAvailable(page -> SeaworthyTomcat.install(context, page)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {
                "org.eclipse.jetty.server.Server",
                "org.springframework.boot.jetty.ConfigurableJettyWebServerFactory"
            })
    static final class OnJetty {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyJettyPages")
        WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> seaworthyJettyPages(
                ObjectProvider<SeaworthyErrorHandler> handler) {
            return factory -> factory.addServerCustomizers(
                    server -> handler.ifAvailable(page -> SeaworthyJetty.install(server, page)));
        }
    }
}
