// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** What only helps never breaks the request. */
class BrokenHelpersTest {

    private final Telemetry telemetry = new Telemetry();

    @Test
    void brokenTextsAreReplacedByTheShippedOnes() {
        ErrorDesk desk = ErrorDesk.builder()
                .telemetry(telemetry)
                .texts((key, wanted) -> {
                    throw new IllegalStateException("no texts");
                })
                .build();

        try (CapturedLog helpers = CapturedLog.ofHelpers()) {
            assertThat(desk.refuse(HttpStatuses.classify(404), Locale.GERMAN).title())
                    .startsWith("Unter");
            desk.refuse(HttpStatuses.classify(404), Locale.GERMAN);

            assertThat(helpers.only().getThrowableProxy().getMessage()).isEqualTo("no texts");
        }
    }

    @Test
    void brokenAlertsCostNothing() {
        Alerts alerts = new Alerts(TimeSource.system(), telemetry, List.of(alert -> {
            throw new IllegalStateException("no mail");
        }));

        assertThat(ErrorDesk.builder()
                        .alerts(alerts)
                        .build()
                        .report(new IllegalStateException(), Locale.ENGLISH)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aBrokenClockStillGivesAnAnswerWithAnId() {
        ErrorDesk desk =
                ErrorDesk.builder().telemetry(telemetry).time(new NoTime()).build();

        Problem problem = desk.refuse(HttpStatuses.classify(404), Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.errorId()).matches("[0-9a-f-]{36}");
        assertThat(telemetry.total("seaworthy.error.helper_failed", "helper", "problem"))
                .isEqualTo(1);
    }

    @Test
    void aBrokenLogCostsOnlyTheEvent() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        TurboFilter broken = new BrokenFilter();
        context.addTurboFilter(broken);
        try {
            Problem problem = ErrorDesk.builder()
                    .telemetry(telemetry)
                    .build()
                    .report(new IllegalStateException(), Locale.ENGLISH);

            assertThat(problem.status()).isEqualTo(500);
        } finally {
            context.getTurboFilterList().remove(broken);
        }
        assertThat(telemetry.total("seaworthy.error.helper_failed", "helper", "log"))
                .isEqualTo(1);
        assertThat(telemetry.total("seaworthy.error", "class", "BUG")).isEqualTo(1);
    }

    private static final class NoTime implements TimeSource {

        @Override
        public Instant now() {
            throw new IllegalStateException("no time");
        }

        @Override
        public long nanoTime() {
            throw new IllegalStateException("no time");
        }
    }

    private static final class BrokenFilter extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] params,
                @Nullable Throwable cause) {
            throw new IllegalStateException("no log");
        }
    }
}
