// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.error;

import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.spring.error.page.OwnErrorPages;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Looks at a Boot 4 app's own error handling. */
@AutoConfiguration(beforeName = "dev.seaworthy.spring.error.ErrorAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.boot.webmvc.error.ErrorAttributes")
@ConditionalOnProperty(name = "seaworthy.error.enabled", matchIfMissing = true)
@Import(Boot4ContainerPages.class)
public final class Boot4ErrorAutoConfiguration {

    Boot4ErrorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ErrorPageOwner seaworthyErrorPageOwner(ApplicationContext context, ServerErrorPages pages) {
        return new OwnErrorPages(context, new Boot4ErrorHandling(context, pages));
    }

    @Bean
    ServerErrorPages seaworthyServerErrorPages(ApplicationContext context) {
        return new ServerErrorPages(context.getEnvironment());
    }

    @Bean
    WebServerFactoryCustomizer<AbstractConfigurableWebServerFactory> seaworthyErrorPagesReader(ServerErrorPages pages) {
        return pages::readLater;
    }
}
