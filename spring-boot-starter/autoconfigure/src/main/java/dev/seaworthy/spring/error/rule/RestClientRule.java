// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.time.TimeSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** What {@code RestClient} and {@code RestTemplate} throw. */
final class RestClientRule implements FailureRule {

    private final TimeSource time;

    RestClientRule(TimeSource time) {
        this.time = time;
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof RestClientResponseException answer) {
            HttpHeaders headers = answer.getResponseHeaders();
            return UpstreamFailures.answered(
                    answer.getStatusCode().value(),
                    headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER),
                    time.now());
        }
        if (link instanceof ResourceAccessException) {
            return UpstreamFailures.silent(link);
        }
        // An answer that could not be read: what the service did is unknown.
        return link instanceof RestClientException ? Classification.of(FailureClass.NO_CERTAIN_ANSWER) : null;
    }
}
