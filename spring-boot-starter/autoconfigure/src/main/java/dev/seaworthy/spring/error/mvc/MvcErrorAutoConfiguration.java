// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.mvc;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import dev.seaworthy.spring.error.mock.MockMvcFailures;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.annotation.ResponseStatusExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Puts our resolver before those that Spring MVC falls back to, and behind all others. Runs before Spring MVC is
 * configured, so that Boot's problem details advice sees that its place is taken.
 */
@AutoConfiguration(
        after = ErrorAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
@ConditionalOnProperty(name = "seaworthy.error.enabled", matchIfMissing = true)
public final class MvcErrorAutoConfiguration {

    MvcErrorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(ResponseEntityExceptionHandler.class)
    ResponseEntityExceptionHandler seaworthyProblemDetailsStandIn() {
        return new ProblemDetailsStandIn();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "seaworthyMvcErrors")
    WebMvcConfigurer seaworthyMvcErrors(
            ObjectProvider<ErrorDesk> desk,
            ObjectProvider<ProblemWriter> writer,
            ObjectProvider<ErrorPageOwner> owner,
            ObjectProvider<FailureObserver> observer,
            ObjectProvider<MockMvcFailures> mockMvc) {
        return new WebMvcConfigurer() {
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                int fallback = firstFallback(resolvers);
                if (fallback >= 0) {
                    resolvers.add(
                            fallback,
                            new Late(() -> new MvcFailureResolver(
                                    desk.getObject(),
                                    writer.getObject(),
                                    owner.getObject(),
                                    observer.getObject(),
                                    mockMvc.getObject())));
                }
            }
        };
    }

    /** Where the app chose all resolvers itself and left these out, it wants none of it. */
    private static int firstFallback(List<HandlerExceptionResolver> resolvers) {
        for (int i = 0; i < resolvers.size(); i++) {
            if (resolvers.get(i) instanceof ResponseStatusExceptionResolver
                    || resolvers.get(i) instanceof DefaultHandlerExceptionResolver) {
                return i;
            }
        }
        return -1;
    }
}
