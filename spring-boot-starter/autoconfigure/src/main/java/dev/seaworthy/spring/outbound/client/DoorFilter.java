// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.client;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.rule.UpstreamFailures;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.outbound.client.CancellableCall;
import dev.seaworthy.core.outbound.client.HttpExchanges;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Sends the requests of a {@code WebClient} through a door, without blocking. An attempt ends with the head of the answer.
 * Who cancels the {@code Mono} cancels the attempt, and the breaker takes no notice. Thread-safe.
 *
 * <p>A body that is sent again is subscribed to again: send one that can be, or set the door's {@code max-attempts} to 1.
 */
public final class DoorFilter implements ExchangeFilterFunction {

    /** Set on a request that is behind a door already, so that it does not pay at two. */
    private static final String BEHIND = DoorFilter.class.getName();

    private final DoorFinder doors;

    /** All requests go through this door. */
    public DoorFilter(ExternalService door) {
        this(address -> door);
    }

    /** Each request goes through the door of its address, if it has one. */
    public DoorFilter(DoorFinder doors) {
        this.doors = doors;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        ExternalService door = request.attributes().containsKey(BEHIND) ? null : doors.find(request.url());
        if (door == null) {
            return next.exchange(request);
        }
        CallPlan plan = plan(door, request);
        return Mono.deferContextual(context -> {
            Exchange exchange = new Exchange(request, next, context);
            return Mono.fromFuture(exchange.call.answer(door.callAsync(plan, exchange::begin), ClientResponse.class))
                    .doOnError(refused -> exchange.release());
        });
    }

    private static CallPlan plan(ExternalService door, ClientRequest request) {
        ResultRule answers = ResultRule.on(
                ClientResponse.class,
                answer -> door.answers()
                        .classify(
                                answer.statusCode().value(),
                                answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
        HttpHeaders headers = request.headers();
        CallPlan plan = HttpExchanges.plan(door, request.method().name(), headers::getFirst, true, answers);
        return plan.judgedBy(link -> silence(link, plan.failures()), answers);
    }

    private static @Nullable Classification silence(Throwable link, @Nullable FailureRule otherwise) {
        if (link instanceof WebClientRequestException) {
            return UpstreamFailures.silent(link);
        }
        return otherwise == null ? null : otherwise.classify(link);
    }

    /** One call and its attempts. */
    private static final class Exchange {

        private final CancellableCall<ClientResponse> call = new CancellableCall<>();
        private final ClientRequest request;
        private final ExchangeFunction next;
        private final ContextView context;
        private volatile @Nullable ClientResponse earlier;

        Exchange(ClientRequest request, ExchangeFunction next, ContextView context) {
            this.request = request;
            this.next = next;
            this.context = context;
        }

        CompletableFuture<ClientResponse> begin(Attempt attempt) {
            release();
            ClientRequest prepared = ClientRequest.from(request)
                    .headers(headers -> attempt.inject(headers::set))
                    .attribute(BEHIND, true)
                    .build();
            return call.begin(() -> next.exchange(prepared)
                    .doOnNext(answer -> earlier = answer)
                    .contextWrite(context)
                    .toFuture());
        }

        /** Nobody will read what came before. */
        void release() {
            ClientResponse unread = earlier;
            earlier = null;
            if (unread != null) {
                unread.releaseBody().subscribe();
            }
        }
    }
}
