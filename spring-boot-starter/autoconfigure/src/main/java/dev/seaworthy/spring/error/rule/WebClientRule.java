// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.time.TimeSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What {@code WebClient} throws. Loaded only where it is. */
final class WebClientRule implements FailureRule {

    private final TimeSource time;

    WebClientRule(TimeSource time) {
        this.time = time;
    }

    @Override
    public @Nullable Classification classify(Throwable link) {
        if (link instanceof WebClientResponseException answer) {
            return UpstreamFailures.answered(
                    answer.getStatusCode().value(), answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER), time.now());
        }
        return link instanceof WebClientException ? UpstreamFailures.silent(link) : null;
    }
}
