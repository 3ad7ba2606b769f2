// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.client;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.client.HttpExchanges;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Sends the requests of a {@code RestClient} or {@code RestTemplate} through a door. An attempt ends with the head of the
 * answer; the body is read by the caller, under the client's own read timeout. Thread-safe.
 *
 * <p>Add it last: before Framework 7, interceptors that come after it are left out when a request is sent again. As with
 * every interceptor, Spring keeps the request body in memory, which is also what makes it repeatable.
 */
public final class DoorInterceptor implements ClientHttpRequestInterceptor, Ordered {

    /** Set on a request that is behind a door already, so that it does not pay at two. */
    private static final String BEHIND = DoorInterceptor.class.getName();

    private final DoorFinder doors;

    /** All requests go through this door. */
    public DoorInterceptor(ExternalService door) {
        this(address -> door);
    }

    /** Each request goes through the door of its address, if it has one. */
    public DoorInterceptor(DoorFinder doors) {
        this.doors = doors;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ExternalService door = request.getAttributes().containsKey(BEHIND) ? null : doors.find(request.getURI());
        if (door == null) {
            return execution.execute(request, body);
        }
        request.getAttributes().put(BEHIND, door.name());
        HttpHeaders headers = request.getHeaders();
        CallPlan plan =
                HttpExchanges.plan(door, request.getMethod().name(), headers::getFirst, true, Answers.ofRequests(door));
        Outcome<ClientHttpResponse> outcome = door.call(plan, attempt -> {
            attempt.inject(headers::set);
            return arrived(execution.execute(request, body));
        });
        return HttpExchanges.answer(outcome, ClientHttpResponse.class);
    }

    /** Some clients send no sooner than when they are asked for the status: that must happen inside the attempt. */
    private static ClientHttpResponse arrived(ClientHttpResponse answer) throws IOException {
        try {
            answer.getStatusCode();
            return answer;
        } catch (IOException | RuntimeException broken) {
            answer.close();
            throw broken;
        }
    }
}
