// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.outbound.breaker.BreakerMode;
import dev.seaworthy.core.report.RoomReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExternalServicesTest {

    private final ExternalServices services = new ExternalServices();

    @Test
    void doorsAreFoundByName() {
        ExternalService stripe = ExternalService.named("stripe").build();
        services.add(stripe);
        services.add(ExternalService.named("mail").build());
        assertThat(services.find("stripe")).containsSame(stripe);
        assertThat(services.require("stripe")).isSameAs(stripe);
        assertThat(services.find("nobody")).isEmpty();
        assertThat(services.all()).extracting(ExternalService::name).containsExactly("mail", "stripe");
        assertThatThrownBy(() -> services.require("strpe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outbound service is not known, got 'strpe'; known are [mail, stripe]");
    }

    @Test
    void oneServiceHasOneDoor() {
        services.add(ExternalService.named("stripe").build());
        assertThatThrownBy(() -> services.add(ExternalService.named("stripe").build()))
                .hasMessage("outbound service is there already, got 'stripe' twice; keep one door and share it, so that"
                        + " its breaker sees all calls");
    }

    @Test
    void aFloodOfDoorsStaysBounded() {
        int refused = 0;
        for (int i = 0; i < 10 * ExternalServices.MAX_SERVICES; i++) {
            try {
                services.add(ExternalService.named("url-" + i).build());
            } catch (IllegalArgumentException tooMany) {
                refused++;
                assertThat(tooMany)
                        .hasMessage("outbound services are too many, got '201'; keep one door for each service, not for"
                                + " each URL, tenant or user");
            }
        }
        assertThat(services.all()).hasSize(ExternalServices.MAX_SERVICES);
        assertThat(refused).isEqualTo(9 * ExternalServices.MAX_SERVICES);
    }

    @Test
    void theReportPrintsThePipelineFromTheOutsideIn() {
        assertThat(services.report().enabled()).isFalse();
        services.add(ExternalService.named("stripe").build());
        RoomReport report = services.report();
        assertThat(report.enabled()).isTrue();
        assertThat(report.settings())
                .containsEntry(
                        "stripe",
                        "classify > deadline 10s > retry 3 attempts, wait up to 100ms..2s, budget 20% > breaker 50%"
                                + " failed or 50% slower than 3s of 20 calls, open 5s..1m > bulkhead 64 > attempt 3s");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void theReportTellsOfADoorInOtherHands() {
        ExternalService stripe = ExternalService.named("stripe")
                .timeout(Duration.ofSeconds(1))
                .isolated()
                .build();
        services.add(stripe);
        assertThat(services.report().settings().get("stripe")).endsWith("attempt 300ms on a thread of its own");
        stripe.mode(BreakerMode.FORCED_OPEN);
        assertThat(services.report().findings())
                .singleElement()
                .hasToString("Finding[severity=WARN, text=service 'stripe' has a breaker in mode FORCED_OPEN; set it"
                        + " back to AUTOMATIC when the reason is gone]");
    }

    @Test
    void aNameIsForAService() {
        for (String name : new String[] {"", "Stripe", "https://stripe.com/v1", "x".repeat(64), "a b"}) {
            assertThatThrownBy(() -> ExternalService.named(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("outbound service name is not usable, got '")
                    .hasMessageEndingWith("write up to 63 lower-case letters, digits and -, such as stripe: a name for"
                            + " the service, not for a URL");
        }
    }
}
