// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seaworthy.example.shop.payment.ProviderAddress;
import dev.seaworthy.test.LogEvents;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ProviderTest extends ShopTest {

    @Autowired
    ProviderAddress provider;

    @AfterEach
    void cheerUp() {
        shop.provider("UP");
    }

    @Test
    void theStateIsAnsweredInTheAgreedWords() {
        Answer state = shop.get("/demo/provider");

        assertThat(state.status()).isEqualTo(200);
        assertThat(state.body())
                .matches("\\{\"mode\":\"UP\",\"charges\":\\d+,\"replays\":\\d+,\"doubleCharges\":\\d+}");
        assertThat(shop.provider("SLOW").json().get("mode").asString()).isEqualTo("SLOW");
    }

    @Test
    void anUnknownModeIsRefused() {
        shop.provider("SLEEPY").isProblem(422).pointsAt("/mode");
    }

    @Test
    void theProviderHearsTheCorrelationIdOfTheOrder() {
        try (LogEvents log = LogEvents.capture("dev.seaworthy.example")) {
            shop.order(ShopClient.GOOD_ORDER, "X-Correlation-Id", "provider-test-0001");

            assertThat(log.all())
                    .anySatisfy(event -> assertThat(event.message())
                            .startsWith("payment provider: CHARGED")
                            .endsWith("provider-test-0001"));
        }
    }

    @Test
    void upChargesOnceForEachOrder() {
        long before = count("charges");
        assertThat(shop.order(ShopClient.GOOD_ORDER).status()).isEqualTo(201);
        assertThat(count("charges")).isEqualTo(before + 1);
    }

    @Test
    void downMeansComeBackLaterAndLeavesTheOrderPending() {
        shop.provider("DOWN");
        long before = count("charges");

        shop.order(ShopClient.GOOD_ORDER).isProblem(503).hasCode("PAYMENT_UNAVAILABLE");

        assertThat(newestStatus()).isEqualTo("PENDING");
        assertThat(count("charges")).isEqualTo(before);
    }

    @Test
    void slowIsGivenUpOnAndTheMoneyIsTakenOnlyOnce() {
        shop.provider("SLOW");
        long before = count("charges");

        shop.order(ShopClient.GOOD_ORDER).isProblem(503).hasCode("PAYMENT_UNAVAILABLE");

        assertThat(newestStatus()).isEqualTo("PENDING");
        assertThat(count("charges")).isEqualTo(before + 1);
    }

    @Test
    void flakyIsTriedAgainUnderTheSameKeyAndTakesTheMoneyOnlyOnce() {
        long before = count("charges");
        long doubles = count("doubleCharges");
        for (int order = 1; order <= 4; order++) {
            shop.provider("FLAKY");
            shop.order(ShopClient.GOOD_ORDER).isProblem(503).hasCode("PAYMENT_UNAVAILABLE");
            assertThat(count("charges")).isEqualTo(before + order);
        }
        assertThat(newestStatus()).isEqualTo("PENDING");
        assertThat(count("doubleCharges")).isEqualTo(doubles);
    }

    @Test
    void declineIsTheCustomersBusiness() {
        shop.provider("DECLINE");
        long before = count("charges");

        shop.order(ShopClient.GOOD_ORDER)
                .isProblem(422)
                .hasCode("PAYMENT_DECLINED")
                .isRetryable(false);

        assertThat(newestStatus()).isEqualTo("DECLINED");
        assertThat(count("charges")).isEqualTo(before);
    }

    @Test
    void aKnownKeyIsReplayedAndASecondKeyIsADoubleCharge() throws IOException {
        JsonNode before = shop.get("/demo/provider").json();
        String order = UUID.randomUUID().toString();

        assertThat(charge(order + "-a", order)).startsWith("HTTP/1.1 201 ");
        assertThat(charge(order + "-a", order)).startsWith("HTTP/1.1 200 ");
        assertThat(charge(order + "-a", "another")).startsWith("HTTP/1.1 409 ");
        assertThat(charge(order + "-b", order)).startsWith("HTTP/1.1 201 ");

        JsonNode after = shop.get("/demo/provider").json();
        assertThat(after.get("charges").asLong() - before.get("charges").asLong())
                .isEqualTo(2);
        assertThat(after.get("replays").asLong() - before.get("replays").asLong())
                .isEqualTo(1);
        assertThat(after.get("doubleCharges").asLong()
                        - before.get("doubleCharges").asLong())
                .isEqualTo(1);
    }

    @Test
    void flakyReallyResetsTheConnection() throws IOException {
        shop.provider("FLAKY");

        assertThat(charge("first", "first")).startsWith("HTTP/1.1 503 ");
        assertThat(catchThrowable(() -> charge("second", "second")))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        String order = UUID.randomUUID().toString();
        String body = "{\"order\":\"" + order + "\"}";
        String charge = "POST /charges HTTP/1.1\r\nHost: provider\r\nIdempotency-Key: " + order + "\r\nContent-Length: "
                + body.length() + "\r\n";

        String answers = exchange(charge + "\r\n" + body + charge + "Connection: close\r\n\r\n" + body);

        assertThat(answers).containsSubsequence("HTTP/1.1 201 ", "HTTP/1.1 200 ", "Connection: close");
    }

    @Test
    void whatIsNoHttpIsHungUpOn() throws IOException {
        assertThat(exchange("hello\r\n\r\n")).isEmpty();
        assertThat(exchange("POST /charges HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"))
                .isEmpty();
    }

    private String charge(String key, String order) throws IOException {
        String body = "{\"order\":\"" + order + "\"}";
        return exchange("POST /charges HTTP/1.1\r\nHost: provider\r\nConnection: close\r\nIdempotency-Key: " + key
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                + "\r\n0\r\n\r\n");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("localhost", provider.uri().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private long count(String counter) {
        return shop.get("/demo/provider").json().get(counter).asLong();
    }

    private String newestStatus() {
        return shop.get("/api/orders?limit=1").json().get(0).get("status").asString();
    }
}
