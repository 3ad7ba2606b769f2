// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.AlertSink;
import dev.seaworthy.core.outbound.ExternalService;
import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.outbound.breaker.BreakerState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an outage of the provider looks like to customers and to the team; each in a shop of its own. */
class OutageTest {

    private static final int MANY = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "SLOW", "FLAKY"})
    void anOutageIsOneClearAnswerAndOneAlert(String mode) {
        try (RunningShop shop = start()) {
            shop.client().provider(mode);
            for (int i = 0; i < MANY; i++) {
                Answer answer = shop.client().order(ShopClient.GOOD_ORDER);
                answer.isProblem(503).hasCode("PAYMENT_UNAVAILABLE");
                assertThat(answer.body()).doesNotContain("localhost", "charges", "Exception");
            }

            assertThat(payments(shop).state().breaker()).isEqualTo(BreakerState.OPEN);
            Awaitility.await().until(() -> !pager(shop).alerts.isEmpty());
            assertThat(pager(shop).alerts)
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.subject()).isEqualTo("payments"));
            assertThat(shop.client()
                            .get("/demo/provider")
                            .json()
                            .get("doubleCharges")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void anOpenDoorSaysWhenToComeBackAndAsksNobody() {
        try (RunningShop shop = start()) {
            shop.client().provider("DOWN");
            for (int i = 0; i < MANY; i++) {
                shop.client().order(ShopClient.GOOD_ORDER);
            }
            shop.client().provider("UP");
            long charges =
                    shop.client().get("/demo/provider").json().get("charges").asLong();

            Answer answer = shop.client().order(ShopClient.GOOD_ORDER);

            answer.isProblem(503).hasCode("PAYMENT_UNAVAILABLE").isRetryable(true);
            assertThat(answer.header("Retry-After")).get().asString().matches("[1-9]\\d*");
            assertThat(shop.client().get("/demo/provider").json().get("charges").asLong())
                    .isEqualTo(charges);
        }
    }

    @Test
    void declinedCardsAreNoOutage() {
        try (RunningShop shop = start()) {
            shop.client().provider("DECLINE");
            for (int i = 0; i < MANY; i++) {
                shop.client().order(ShopClient.GOOD_ORDER).isProblem(422).hasCode("PAYMENT_DECLINED");
            }

            assertThat(payments(shop).state().breaker()).isEqualTo(BreakerState.CLOSED);
            assertThat(payments(shop).state().failureRate()).isZero();
            assertThat(pager(shop).alerts).isEmpty();
        }
    }

    @Test
    void theTeamShutsTheDoorByHand() {
        try (RunningShop shop = start("--management.endpoints.web.exposure.include=seaworthy,health")) {
            assertThat(shop.client()
                            .post("/actuator/seaworthy/outbound/payments", "{\"mode\":\"force-open\"}")
                            .status())
                    .isEqualTo(200);
            shop.client().order(ShopClient.GOOD_ORDER).isProblem(503);
            assertThat(shop.client().get("/actuator/seaworthy/outbound").body()).contains("payments");
            assertThat(shop.client()
                            .get("/actuator/health")
                            .json()
                            .get("status")
                            .asString())
                    .isEqualTo("UP");

            shop.client().post("/actuator/seaworthy/outbound/payments", "{\"mode\":\"auto\"}");
            assertThat(shop.client().order(ShopClient.GOOD_ORDER).status()).isEqualTo(201);
        }
    }

    private RunningShop start(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--seaworthy.outbound.payments.attempt-timeout=300ms",
                                "--seaworthy.outbound.payments.breaker.open-for=1m",
                                "--seaworthy.ratelimit.policies.orders.windows[0].limit=100000",
                                "--seaworthy.ratelimit.policies.orders.windows[0].burst=100000"),
                        Stream.of(more))
                .toArray(String[]::new);
        return RunningShop.start(new Class<?>[] {ShopApplication.class, Pager.class}, folder, arguments);
    }

    /** Whoever carries it is woken by every alert. */
    static class Pager implements AlertSink {

        final List<Alert> alerts = new CopyOnWriteArrayList<>();

        @Override
        public void send(Alert alert) {
            alerts.add(alert);
        }
    }

    private static Pager pager(RunningShop shop) {
        return shop.context().getBean(Pager.class);
    }

    private static ExternalService payments(RunningShop shop) {
        return shop.context().getBean(ExternalServices.class).require("payments");
    }
}
