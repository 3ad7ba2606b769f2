// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.correlation;

import dev.seaworthy.spring.correlation.CorrelationAutoConfiguration;
import dev.seaworthy.spring.correlation.OutgoingHeaders;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;

/** {@code RestClient} and {@code RestTemplate}. */
@AutoConfiguration(after = CorrelationAutoConfiguration.class)
@ConditionalOnClass(
        name = {"org.springframework.boot.restclient.RestClientCustomizer", "org.springframework.web.client.RestClient"
        })
@ConditionalOnBean(OutgoingHeaders.class)
public final class RestClientCorrelationAutoConfiguration {

    RestClientCorrelationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyCorrelationRestClientCustomizer")
    RestClientCustomizer seaworthyCorrelationRestClientCustomizer(OutgoingHeaders headers) {
        return builder ->
                builder.defaultRequest(spec -> spec.httpRequest(request -> headers.addTo(request.getHeaders())));
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyCorrelationRestTemplateCustomizer")
    RestTemplateCustomizer seaworthyCorrelationRestTemplateCustomizer(OutgoingHeaders headers) {
        return template ->
                template.getClientHttpRequestInitializers().add(request -> headers.addTo(request.getHeaders()));
    }
}
