// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Behaves like a payment service on a good day, or on the bad day that was asked for. Thread-safe. */
final class PaymentProvider implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PaymentProvider.class);
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final ProviderAnswer RESET = new ProviderAnswer.Reset();

    private final ProviderServer server;
    private final Ledger ledger;
    private final JsonMapper json;
    private final Duration slow;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong turn = new AtomicLong();
    private volatile ProviderMode mode = ProviderMode.UP;

    PaymentProvider(ProviderProperties properties, JsonMapper json) throws IOException {
        this.json = json;
        this.slow = properties.slow();
        this.ledger = new Ledger(properties.ledger());
        this.server = new ProviderServer(properties.port(), this::answer);
        log.info("payment provider listens on port {}, its ledger is {}", server.port(), properties.ledger());
    }

    int port() {
        return server.port();
    }

    /** Chooses the mood; FLAKY begins with its 503. */
    void become(ProviderMode next) {
        turn.set(0);
        mode = next;
    }

    ProviderState state() {
        return ledger.state(mode);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        ledger.close();
    }

    /** Logs under the id of its caller, as any service with Seaworthy would. */
    private ProviderAnswer answer(ProviderRequest request) {
        CorrelationId id =
                CorrelationId.parse(request.header("x-correlation-id")).orElse(null);
        if (id == null) {
            return logged(request);
        }
        try (CorrelationScope scope = new Correlation(id, null, null).open()) {
            return logged(request);
        }
    }

    private ProviderAnswer logged(ProviderRequest request) {
        ProviderAnswer answer = decide(request);
        log.info("payment provider: {} {} is answered by {}", request.method(), request.path(), answer);
        return answer;
    }

    private ProviderAnswer decide(ProviderRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /charges" -> charge(request);
            case "GET /account" -> reply(401, "the provider wants a token");
            default -> reply(404, "the provider has no such page");
        };
    }

    private ProviderAnswer charge(ProviderRequest request) {
        return switch (mode) {
            case UP -> book(request);
            case DOWN -> reply(503, "the provider is down");
            case DECLINE -> reply(402, "the card was declined");
            case SLOW -> {
                ProviderAnswer answer = book(request);
                waitUnlessClosed();
                yield answer;
            }
            case FLAKY -> {
                if (turn.getAndIncrement() % 2 == 0) {
                    yield reply(503, "the provider is flaky");
                }
                book(request);
                yield RESET;
            }
        };
    }

    private ProviderAnswer book(ProviderRequest request) {
        String key = request.header("idempotency-key");
        String order = order(request.body());
        if (!NAME.matcher(key).matches() || !NAME.matcher(order).matches()) {
            return reply(400, "a charge needs an Idempotency-Key header and an order");
        }
        Ledger.Entry entry = ledger.charge(key, order);
        log.info(
                "payment provider: {} order {}, its caller's correlation id is {}",
                entry,
                order,
                CorrelationId.parse(request.header("x-correlation-id"))
                        .map(CorrelationId::value)
                        .orElse("unknown"));
        return entry == Ledger.Entry.KEY_TAKEN
                ? reply(409, "the key belongs to another order")
                : new ProviderAnswer.Reply(entry == Ledger.Entry.CHARGED ? 201 : 200, "{\"charged\":true}");
    }

    private String order(String body) {
        try {
            return json.readTree(body).path("order").asString("");
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private void waitUnlessClosed() {
        try {
            if (closed.await(slow.toNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("payment provider closed while it kept an answer back");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProviderAnswer reply(int status, String error) {
        return new ProviderAnswer.Reply(status, "{\"error\":\"" + error + "\"}");
    }
}
