// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.ServiceFailedException;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Feign behind a door. Give the builder {@code Retryer.NEVER_RETRY}: the door is the one place that tries again. An attempt
 * ends with the head of the answer; Feign reads the body under its own read timeout. Thread-safe.
 *
 * <p>No answer is always a {@link ServiceFailedException}, never the {@link IOException}: Feign would take that for an
 * invitation to try again by itself.
 */
public final class FeignGuard implements Client {

    private final Client inside;
    private final ExternalService door;
    private final ResultRule answers;

    /** All calls of the client go through this door. */
    public FeignGuard(Client inside, ExternalService door) {
        this.inside = inside;
        this.door = door;
        this.answers = ResultRule.on(
                Response.class,
                answer -> door.answers().classify(answer.status(), first(answer.headers(), "Retry-After")));
    }

    @Override
    public Response execute(Request request, Request.Options options) {
        CallPlan plan = HttpExchanges.plan(
                door, request.httpMethod().name(), name -> first(request.headers(), name), true, answers);
        Outcome<Response> outcome =
                door.call(plan, attempt -> inside.execute(prepared(request, attempt), within(options, attempt)));
        try {
            return HttpExchanges.answer(outcome, Response.class);
        } catch (IOException silence) {
            return outcome.orThrow();
        }
    }

    private static Request prepared(Request request, Attempt attempt) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        attempt.inject((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, List.of(value));
        });
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }

    private static Request.Options within(Request.Options own, Attempt attempt) {
        long left = Math.max(1, attempt.remaining().toMillis());
        return new Request.Options(
                shorter(own.connectTimeoutMillis(), left),
                TimeUnit.MILLISECONDS,
                shorter(own.readTimeoutMillis(), left),
                TimeUnit.MILLISECONDS,
                own.isFollowRedirects());
    }

    /** Zero means without end to Feign's clients. */
    private static long shorter(int own, long left) {
        return own == 0 ? left : Math.min(own, left);
    }

    private static @Nullable String first(Map<String, Collection<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey() != null && header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse(null);
    }
}
