// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ServiceFailedException;
import feign.Client;
import feign.Feign;
import feign.FeignException;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeignGuardTest extends ClientContract {

    interface Payments {

        @RequestLine("GET /charges")
        String charges();

        @RequestLine("POST /charges")
        @Headers("Idempotency-Key: {key}")
        String charge(@Param("key") String key);
    }

    @Override
    Answer send(ExternalService door, String method, URI uri, String body, String... headers) throws Exception {
        Map<String, Collection<String>> sent = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            sent.put(headers[i], List.of(headers[i + 1]));
        }
        byte[] bytes = body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8);
        Request request = Request.create(
                Request.HttpMethod.valueOf(method), uri.toString(), sent, bytes, StandardCharsets.UTF_8, null);
        Client client = new FeignGuard(new Client.Default(null, null), door);
        try (Response answer = client.execute(request, new Request.Options())) {
            String text = answer.body() == null
                    ? ""
                    : new String(answer.body().asInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(answer.status(), text);
        }
    }

    @Override
    Class<? extends Throwable> refusedConnection() {
        return ServiceFailedException.class;
    }

    @Test
    void anInterfaceGoesThroughTheDoor() {
        service.then(503, "busy", "Retry-After", "0");
        Payments payments = Feign.builder()
                .client(new FeignGuard(new Client.Default(null, null), door().build()))
                .retryer(Retryer.NEVER_RETRY)
                .target(Payments.class, "http://localhost:" + service.uri().getPort());

        assertThatThrownBy(() -> payments.charge("order-1"))
                .isInstanceOf(FeignException.class)
                .hasMessageContaining("503");
        assertThat(service.received()).hasSize(3);
    }

    @Test
    void noAnswerIsNoInvitationForFeignsOwnRetryer() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        AtomicInteger asked = new AtomicInteger();
        Client counting = (request, options) -> {
            asked.incrementAndGet();
            return new Client.Default(null, null).execute(request, options);
        };
        Payments payments = Feign.builder()
                .client(new FeignGuard(counting, door().build()))
                .target(Payments.class, "http://localhost:" + nobody);

        assertThatThrownBy(payments::charges).isInstanceOf(ServiceFailedException.class);
        assertThat(asked).hasValue(3);
    }
}
