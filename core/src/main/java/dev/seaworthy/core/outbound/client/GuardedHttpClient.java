// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.Failed;
import dev.seaworthy.core.outbound.Outcome;
import dev.seaworthy.core.outbound.attempt.Attempt;
import dev.seaworthy.core.outbound.attempt.CallPlan;
import dev.seaworthy.core.outbound.attempt.ResultRule;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client behind a door. An attempt ends when the body handler has its body: all of it with {@code ofString}, only
 * the head with {@code ofInputStream}. Thread-safe. WebSockets go past the door.
 */
public final class GuardedHttpClient extends HttpClient {

    private final HttpClient inside;
    private final ExternalService door;
    private final ResultRule answers;

    private GuardedHttpClient(HttpClient inside, ExternalService door) {
        this.inside = inside;
        this.door = door;
        this.answers = ResultRule.on(
                HttpResponse.class,
                answer -> door.answers()
                        .classify(
                                answer.statusCode(),
                                answer.headers().firstValue("Retry-After").orElse(null)));
    }

    /**
     * Every request of the client goes through the door. On JDK 21 and newer, close the client inside, not this one.
     *
     * @param client sends; its requests' own timeouts hold too, the shorter one wins
     */
    public static HttpClient of(HttpClient client, ExternalService door) {
        return new GuardedHttpClient(client, door);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Answers<T> earlier = new Answers<>();
        Outcome<HttpResponse<T>> outcome =
                door.call(plan(request), attempt -> earlier.next(inside.send(prepared(request, attempt), handler)));
        if (outcome instanceof Failed<?> failed
                && failed.cause() instanceof InterruptedException
                && Thread.interrupted()) {
            throw new InterruptedException("interrupted while service '" + door.name() + "' was called");
        }
        return HttpExchanges.answer(outcome, HttpResponse.class);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return guarded(request, attempted -> inside.sendAsync(attempted, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        return guarded(request, attempted -> inside.sendAsync(attempted, handler, pushes));
    }

    private <T> CompletableFuture<HttpResponse<T>> guarded(
            HttpRequest request, Function<HttpRequest, CompletableFuture<HttpResponse<T>>> send) {
        Answers<T> earlier = new Answers<>();
        CancellableCall<HttpResponse<T>> call = new CancellableCall<>();
        CompletionStage<Outcome<HttpResponse<T>>> outcome = door.callAsync(plan(request), attempt -> {
            CompletableFuture<HttpResponse<T>> sent = call.begin(() -> send.apply(prepared(request, attempt)));
            // Beside, not behind: the door cancels what it is given, and only the client's own future ends the
            // exchange.
            sent.thenAccept(earlier::next);
            return sent;
        });
        return call.answer(outcome, HttpResponse.class);
    }

    private CallPlan plan(HttpRequest request) {
        return HttpExchanges.plan(
                door,
                request.method(),
                name -> request.headers().firstValue(name).orElse(null),
                RequestBodies.repeatable(request),
                answers);
    }

    private static HttpRequest prepared(HttpRequest request, Attempt attempt) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
        Duration left = attempt.remaining();
        copy.timeout(request.timeout().filter(own -> own.compareTo(left) < 0).orElse(left));
        attempt.inject(copy::setHeader);
        return copy.build();
    }

    /** The earlier answers of a call, whose bodies nobody will read. */
    private static final class Answers<T> {

        private volatile @Nullable HttpResponse<T> last;

        HttpResponse<T> next(HttpResponse<T> answer) {
            HttpResponse<T> earlier = last;
            last = answer;
            if (earlier != null && earlier.body() instanceof AutoCloseable open) {
                try {
                    open.close();
                } catch (Exception broken) {
                    // Given up already; its connection goes with it.
                }
            }
            return answer;
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return inside.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return inside.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return inside.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return inside.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return inside.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return inside.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return inside.authenticator();
    }

    @Override
    public Version version() {
        return inside.version();
    }

    @Override
    public Optional<Executor> executor() {
        return inside.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return inside.newWebSocketBuilder();
    }
}
