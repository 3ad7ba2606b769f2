// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.outbound.ExternalService;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OkHttpGuardTest extends ClientContract {

    private final OkHttpClient plain = new OkHttpClient();

    @AfterEach
    void free() {
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }

    private OkHttpClient client(ExternalService door) {
        return plain.newBuilder().addInterceptor(new OkHttpGuard(door)).build();
    }

    @Override
    Answer send(ExternalService door, String method, URI uri, String body, String... headers) throws Exception {
        Request.Builder request = new Request.Builder()
                .url(uri.toString())
                .method(method, method.equals("GET") ? null : RequestBody.create(body, MediaType.get("text/plain")));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (Response answer = client(door).newCall(request.build()).execute()) {
            return new Answer(answer.code(), answer.body().string());
        }
    }

    @Override
    Class<? extends Throwable> refusedConnection() {
        return ConnectException.class;
    }

    @Test
    void aBodyThatFlowsOnceIsNeverSentAgain() throws Exception {
        service.then(503, "busy").then(201, "done");
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("amount=5");
            }
        };
        Request request =
                new Request.Builder().url(service.uri().toString()).put(once).build();

        try (Response answer = client(door().build()).newCall(request).execute()) {
            assertThat(answer.code()).isEqualTo(503);
        }
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void whoCancelsSaysNothingAboutTheService() throws Exception {
        service.thenHang();
        ExternalService door = door().build();
        Call call = client(door)
                .newCall(new Request.Builder().url(service.uri().toString()).build());
        CountDownLatch ended = new CountDownLatch(1);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException why) {
                ended.countDown();
            }

            @Override
            public void onResponse(Call answered, Response answer) {
                answer.close();
            }
        });
        Awaitility.await().until(() -> !service.received().isEmpty());

        call.cancel();
        ended.await();

        Awaitility.await().until(() -> door.state().inFlight() == 0);
        assertThat(door.state().recentCalls()).isZero();
        assertThat(service.received()).hasSize(1);
    }
}
