// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.correlation;

import dev.seaworthy.spring.correlation.CorrelationAutoConfiguration;
import dev.seaworthy.spring.correlation.OutgoingHeaders;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.reactive.function.client.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/** {@code WebClient}: the ids are those of the thread that builds the request, whoever sends it. */
@AutoConfiguration(after = CorrelationAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.web.reactive.function.client.WebClientCustomizer",
            "org.springframework.web.reactive.function.client.WebClient"
        })
@ConditionalOnBean(OutgoingHeaders.class)
public final class WebClientCorrelationAutoConfiguration {

    WebClientCorrelationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyCorrelationWebClientCustomizer")
    WebClientCustomizer seaworthyCorrelationWebClientCustomizer(OutgoingHeaders headers) {
        return builder -> builder.defaultRequest(spec -> {
            Consumer<HttpHeaders> ids = headers.capture();
            spec.httpRequest(request -> ids.accept(request.getHeaders()));
        });
    }
}
