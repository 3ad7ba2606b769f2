// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.receipt.Receipt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class QueueOverHttpTest {

    private static final AtomicBoolean DOWN = new AtomicBoolean();
    private static ConfigurableApplicationContext app;

    @BeforeAll
    static void start() {
        app = SpringApplication.run(
                App.class,
                "--server.port=0",
                "--management.endpoints.web.exposure.include=seaworthy",
                "--seaworthy.queue.poll-interval=50ms",
                "--spring.datasource.url=jdbc:h2:mem:http");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {

        @Bean
        JsonCodec codec() {
            return new PlainCodec();
        }

        @Bean
        TaskHandler<String, Void> mail() {
            return TaskHandler.of("mail.send", String.class).maxAttempts(1).handle((text, context) -> {
                if (DOWN.get()) {
                    throw new IllegalStateException("down");
                }
                return TaskAnswer.done();
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static Receipt enqueue() {
        return app.getBean(TaskQueue.class).enqueueNow(app.getBean("mail", TaskHandler.class), "secret text", null);
    }

    private static HttpResponse<String> get(String path, String language) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept-Language", language));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://localhost:" + port + path);
    }

    @Test
    void aReceiptTellsHowFarItIs() throws Exception {
        TaskQueue queue = app.getBean(TaskQueue.class);
        queue.gate("mail").hold(Duration.ofMinutes(5), "incident 42");
        Receipt receipt = enqueue();
        HttpResponse<String> waiting = get("/seaworthy/receipts/" + receipt.id(), "de-AT");
        assertThat(waiting.statusCode()).isEqualTo(200);
        assertThat(waiting.body())
                .contains(
                        "\"state\":\"queued\"",
                        "Wir haben Ihre Anfrage sicher gespeichert und führen",
                        "\"nextTry\":\"")
                .doesNotContain("secret");
        assertThat(waiting.headers().firstValue("Content-Language")).contains("de");
        assertThat(waiting.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Integer.parseInt(waiting.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(250, 300);
        queue.gate("mail").open();
        await().untilAsserted(() -> assertThat(
                        get("/seaworthy/receipts/" + receipt.id(), "en").body())
                .contains("\"state\":\"done\"", "Your request has been carried out."));
    }

    @Test
    void whatNobodyKnowsIsNotFound() throws Exception {
        HttpResponse<String> unknown = get("/seaworthy/receipts/" + "0".repeat(32), "en");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("\"code\":\"NOT_FOUND\"");
        assertThat(get("/seaworthy/receipts/", "en").statusCode()).isEqualTo(404);
        assertThat(get("/seaworthy/receipts/'or'1", "en").statusCode()).isEqualTo(404);
        assertThat(post("/seaworthy/receipts/" + "0".repeat(32), "{}").statusCode())
                .isEqualTo(405);
    }

    @Test
    void aReceiptOfSomebodyIsForbiddenToOthers() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setUserPrincipal(() -> "alice");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        Receipt receipt;
        try {
            receipt = enqueue();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        HttpResponse<String> answer = get("/seaworthy/receipts/" + receipt.id(), "en");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"FORBIDDEN\"");
    }

    @Test
    void operatorsLookAndRedrive() throws Exception {
        DOWN.set(true);
        Receipt first = enqueue();
        Receipt second = enqueue();
        Receipt third = enqueue();
        await().untilAsserted(() -> assertThat(
                        get("/actuator/seaworthy/queue/mail", "en").body())
                .contains(first.id(), second.id(), third.id(), "gave up after 1 attempt"));
        assertThat(get("/actuator/seaworthy/queue", "en").body()).contains("3 dead");
        assertThat(get("/actuator/seaworthy/queue/attic", "en").statusCode()).isEqualTo(404);
        DOWN.set(false);
        assertThat(post("/actuator/seaworthy/queue/" + first.id(), "{\"mode\":\"redrive\"}")
                        .body())
                .contains("redriven");
        assertThat(post("/actuator/seaworthy/queue/" + first.id(), "{\"mode\":\"redrive\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/actuator/seaworthy/queue/mail", "{\"mode\":\"redrive\"}")
                        .body())
                .contains("2 redriven");
        await().untilAsserted(() ->
                assertThat(get("/actuator/seaworthy/queue", "en").body()).contains("0 waiting, 0 running, 0 dead"));
        assertThat(post("/actuator/seaworthy/queue/mail", "{\"mode\":\"hold\"}").body())
                .contains("held for a day, or until opened");
        assertThat(post("/actuator/seaworthy/queue/mail", "{\"mode\":\"open\"}").body())
                .contains("open");
        assertThat(post("/actuator/seaworthy/queue/mail", "{\"mode\":\"explode\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
