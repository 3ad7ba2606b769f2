// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.client;

import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.outbound.http.HttpAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What Spring's clients throw inside of a call that goes through a door: the refusals of the service count there, too. */
public final class ClientFailures {

    private ClientFailures() {}

    /** The rules for those clients that are on the class path. */
    public static List<FailureRule> of(Supplier<HttpAnswers> answers) {
        List<FailureRule> rules = new ArrayList<>();
        if (isPresent("org.springframework.web.client.RestClientResponseException")) {
            rules.add(Rest.answered(answers));
        }
        if (isPresent("org.springframework.web.reactive.function.client.WebClientException")) {
            rules.add(Web.answered(answers));
            rules.add(Web.silent());
        }
        return rules;
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, ClientFailures.class.getClassLoader());
    }

    /** Loaded only where the blocking clients are. */
    private static final class Rest {

        static FailureRule answered(Supplier<HttpAnswers> answers) {
            return FailureRule.on(RestClientResponseException.class, answer -> {
                HttpHeaders headers = answer.getResponseHeaders();
                return answers.get()
                        .classify(
                                answer.getStatusCode().value(),
                                headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER));
            });
        }
    }

    /** Loaded only where the reactive client is. */
    private static final class Web {

        static FailureRule answered(Supplier<HttpAnswers> answers) {
            return FailureRule.on(
                    WebClientResponseException.class,
                    answer -> answers.get()
                            .classify(
                                    answer.getStatusCode().value(),
                                    answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
        }

        static FailureRule silent() {
            return FailureRule.on(WebClientRequestException.class, failure -> UpstreamFailures.silent(failure));
        }
    }
}
