// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaworthy.core.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BodyMeterTest {

    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final BodyMeters meters = new BodyMeters(
            RequestBudget.withDefaults()
                    .withMaxBody(1_000)
                    .withMaxMultipart(2_000)
                    .withPace(new BodyPace(240, Duration.ofSeconds(5), 2)),
            time);

    @Test
    void aBodyWithinItsBudgetPasses() throws IOException {
        BodyMeter meter = meters.meter("application/json");
        comes(meter, 1_000, Duration.ofSeconds(4));
        comes(meter, -1, Duration.ZERO);

        assertThat(meter.bytes()).isEqualTo(1_000);
        assertThat(meter.refusal()).isNull();
        assertThat(meters.reading()).isZero();
    }

    @Test
    void oneByteTooMuchEndsIt() throws IOException {
        BodyMeter meter = meters.meter(null);
        comes(meter, 1_000, Duration.ZERO);

        assertThat(refused(meter, 1, Duration.ZERO).classification().status()).isEqualTo(413);
        assertThat(meters.reading()).isZero();
        assertThatThrownBy(meter::before).isSameAs(meter.refusal());
    }

    @Test
    void partsMayBeLongerTogether() {
        assertThatCode(() -> comes(meters.meter("Multipart/form-data; boundary=x"), 2_000, Duration.ZERO))
                .doesNotThrowAnyException();
    }

    @Test
    void aBodyThatDripsEndsWhenTheGraceIsOver() throws IOException {
        BodyMeter meter = meters.meter(null);
        comes(meter, 1, Duration.ofSeconds(4));

        assertThat(refused(meter, 1, Duration.ofSeconds(2)).classification().status())
                .isEqualTo(408);
        assertThat(meters.reading()).isZero();
    }

    @Test
    void onlyTheWaitForTheClientCounts() throws IOException {
        BodyMeter meter = meters.meter(null);
        comes(meter, 10, Duration.ofSeconds(1));
        time.advance(Duration.ofHours(1));
        comes(meter, 10, Duration.ofSeconds(1));

        assertThat(meter.refusal()).isNull();
    }

    @Test
    void moreReadersThanThePermitsAreToldToComeAgain() throws IOException {
        BodyMeter first = meters.meter(null);
        BodyMeter second = meters.meter(null);
        first.before();
        second.before();
        BodyMeter third = meters.meter(null);

        BodyRefusedException busy = catchThrowableOfType(BodyRefusedException.class, third::before);
        assertThat(busy.classification().status()).isEqualTo(503);
        assertThat(busy.classification().retryAfter()).isEqualTo(Duration.ofSeconds(1));

        first.end();
        first.end();
        assertThat(meters.reading()).isOne();
        assertThatCode(meters.meter(null)::before).doesNotThrowAnyException();
    }

    @Test
    void ruleFindsTheRefusalAmongTheCauses() {
        assertThat(BodyRefusedException.RULE.classify(BodyRefusedException.tooLarge(1)))
                .isEqualTo(BodyRefusedException.tooLarge(1).classification());
        assertThat(BodyRefusedException.RULE.classify(new IOException())).isNull();
    }

    @Test
    void budgetsThatServeNobodyAreRefusedInWords() {
        assertThatThrownBy(() -> RequestBudget.withDefaults().withMaxBody(0))
                .hasMessage("seaworthy.validation.max-body must be 1 or more, got '0'; write for example 100");
        assertThatThrownBy(() -> new BodyPace(-1, Duration.ZERO, 1))
                .hasMessageContaining("min-body-rate must be 0 or more");
        assertThatThrownBy(() -> new BodyPace(1, Duration.ZERO, 0))
                .hasMessageContaining("max-body-readers must be 1 or more");
        assertThat(RequestBudget.withDefaults().withMethods(Set.of("get")).withHosts(Set.of("Shop.Example")))
                .satisfies(budget -> {
                    assertThat(budget.methods()).containsExactly("GET");
                    assertThat(budget.hosts()).containsExactly("shop.example");
                });
    }

    private void comes(BodyMeter meter, int bytes, Duration after) throws IOException {
        meter.before();
        time.advance(after);
        meter.after(bytes);
    }

    private BodyRefusedException refused(BodyMeter meter, int bytes, Duration after) {
        return catchThrowableOfType(BodyRefusedException.class, () -> comes(meter, bytes, after));
    }
}
