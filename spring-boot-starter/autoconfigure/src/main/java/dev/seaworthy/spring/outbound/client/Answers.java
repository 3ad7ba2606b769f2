// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.client;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/** Which answers of Spring's blocking clients are failures. */
final class Answers {

    private Answers() {}

    static ResultRule ofRequests(ExternalService door) {
        return ResultRule.on(ClientHttpResponse.class, answer -> classify(door, answer));
    }

    private static @Nullable Classification classify(ExternalService door, ClientHttpResponse answer) {
        try {
            return door.answers()
                    .classify(
                            answer.getStatusCode().value(), answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
        } catch (IOException unreadable) {
            return Classification.of(FailureClass.NO_CERTAIN_ANSWER);
        }
    }
}
