// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert.http;

import dev.seaworthy.core.alert.AlertSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts JSON to one address, of which it tells nobody more than the host. Thread-safe. */
final class SinkHttp {

    /** No exchange takes longer, whatever the other side does. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final String name;
    private final URI address;
    private final Duration limit;
    private @Nullable HttpClient client;

    SinkHttp(String name, URI address, Duration limit) {
        this.name = name;
        this.address = address;
        this.limit = limit;
    }

    /**
     * Checks an address that may hold a secret.
     *
     * @throws IllegalArgumentException if it is no http or https address; without a word of it
     */
    static URI checked(String what, URI address) {
        boolean http = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!http || address.getHost() == null) {
            throw new IllegalArgumentException(
                    what + " must be an https address, got one that is not (not shown, it may hold a secret); write for"
                            + " example https://hooks.example.com/alerts");
        }
        return address;
    }

    URI address() {
        return address;
    }

    /**
     * Posts.
     *
     * @throws AlertSink.Refused if the other side will not take it, now or later
     * @throws IllegalStateException if it did not take it now
     */
    void post(Map<String, String> headers, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        int status = send(request.build());
        if (status >= 200 && status < 300) {
            return;
        }
        String message = this + " did not take the alert, got status " + status;
        if (status >= 500 || PASSING.contains(status)) {
            throw new IllegalStateException(message + "; it is tried again a few times");
        }
        throw new AlertSink.Refused(message + "; check its address and its key");
    }

    private int send(HttpRequest request) {
        CompletableFuture<HttpResponse<Void>> exchange = client().sendAsync(request, BodyHandlers.discarding());
        try {
            // The request's own timeout ends with the headers; a body that drips on must end, too.
            return exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS).statusCode();
        } catch (ExecutionException failed) {
            throw unreachable(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException slow) {
            throw unreachable(slow);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unreachable(stop);
        } finally {
            exchange.cancel(true);
        }
    }

    /** Without the cause, whose message may hold the address. */
    private IllegalStateException unreachable(Throwable failure) {
        String kind = failure instanceof IOException || failure instanceof TimeoutException
                ? failure.getClass().getSimpleName()
                : failure.getClass().getName();
        return new IllegalStateException(
                this + " cannot be reached, got " + kind + "; look at the network between, or at its address");
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT.compareTo(limit) < 0 ? CONNECT : limit)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    @Override
    public String toString() {
        int port = address.getPort();
        return name + " at " + address.getScheme() + "://" + address.getHost() + (port < 0 ? "" : ":" + port);
    }
}
