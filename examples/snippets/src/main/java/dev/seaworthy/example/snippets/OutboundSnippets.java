// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.outbound.Completed;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.AttemptWork;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import dev.seaworthy.core.outbound.door.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Code of {@code docs/outbound.md}. */
final class OutboundSnippets {

    private OutboundSnippets() {}

    record Receipt(String id) {}

    record Quote(String price, boolean fresh) {}

    static ExternalService door() {
        // region door
        ExternalService stripe = ExternalService.named("stripe")
                .timeout(Duration.ofSeconds(3))
                .refusal(Refusal.of(402, "PAYMENT_DECLINED"))
                .build();
        // end
        return stripe;
    }

    static String call(ExternalService stripe, Callable<Receipt> charge) {
        // region call
        Outcome<Receipt> outcome = stripe.call(charge);
        if (outcome instanceof Completed<Receipt> completed) {
            return "paid, receipt " + completed.value().id();
        }
        Failed<Receipt> failed = (Failed<Receipt>) outcome;
        return "not paid: " + failed.classification().code();
        // end
    }

    static Receipt orThrow(ExternalService stripe, Callable<Receipt> charge) {
        // region or-throw
        return stripe.call(charge).orThrow();
        // end
    }

    static Quote fallback(ExternalService prices, Callable<Quote> ask, Quote yesterday) {
        // region fallback
        return prices.call(ask).orElse(failed -> new Quote(yesterday.price(), false));
        // end
    }

    static Outcome<HttpResponse<String>> http(ExternalService stripe, HttpClient client, URI charges, String body) {
        // region http
        ResultRule statuses = ResultRule.on(
                HttpResponse.class,
                response -> stripe.answers()
                        .classify(
                                response.statusCode(),
                                response.headers().firstValue("Retry-After").orElse(null)));
        AttemptWork<HttpResponse<String>> charge = attempt -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(charges).timeout(attempt.remaining());
            attempt.inject(request::header);
            return client.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        };
        return stripe.call(CallPlan.once().judgedBy(null, statuses), charge);
        // end
    }

    static HttpResponse<String> bad(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        // region bad
        for (int attempt = 1; ; attempt++) {
            try {
                return client.send(request, BodyHandlers.ofString()); // a 503 is a value, so it is never tried again
            } catch (IOException timedOut) { // a POST that timed out may have been carried out
                if (attempt == 3) {
                    throw timedOut;
                }
            }
        }
        // end
    }

    static HttpResponse<String> good(ExternalService stripe, HttpClient client, HttpRequest request) {
        // region good
        return stripe.call(() -> client.send(request, BodyHandlers.ofString())).orThrow();
        // end
    }
}
