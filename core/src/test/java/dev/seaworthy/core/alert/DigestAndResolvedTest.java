// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DigestAndResolvedTest {

    private static final Duration COOL_DOWN = Duration.ofMinutes(5);
    private static final Duration RESOLVE_AFTER = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime(Instant.parse("2026-01-01T00:00:00Z"));
    private final Telemetry telemetry = new Telemetry();
    private final List<Notice> told = new ArrayList<>();
    private final Alerts alerts = new Alerts(time, telemetry, List.of(sink(told)));

    @Test
    void whatWasSilencedIsToldAsOneSummary() {
        for (int i = 0; i < 38; i++) {
            alerts.raise(down("attempt " + i));
        }
        pass(COOL_DOWN);

        assertThat(texts())
                .containsExactly(
                        "RAISED attempt 0", "DIGEST Goes on, raised 37 times more since last told: attempt 37");
        assertThat(told.get(1).silenced()).isEqualTo(37);
        assertThat(told.get(1).lasted()).isEqualTo(COOL_DOWN);

        pass(COOL_DOWN);
        assertThat(told).as("nothing new, nothing told").hasSize(2);
    }

    @Test
    void withoutDigestsNothingIsSummedUpAndTheNextOneIsToldAgain() {
        Alerts quiet = with(new AlertSettings(COOL_DOWN, false, RESOLVE_AFTER, null));
        quiet.raise(down("first"));
        quiet.raise(down("second"));
        time.advance(COOL_DOWN);
        quiet.settle();
        quiet.raise(down("third"));

        assertThat(texts()).containsExactly("RAISED first", "RAISED third");
    }

    @Test
    void whatIsOverIsToldWhenItStaysSo() {
        alerts.raise(down("It is down."));
        time.advance(Duration.ofMinutes(3));
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(RESOLVE_AFTER.minusNanos(1));
        assertThat(told).hasSize(1);

        pass(Duration.ofNanos(1));

        assertThat(texts()).containsExactly("RAISED It is down.", "RESOLVED Resolved after 3 min: It answers.");
        assertThat(told.get(1).lasted()).isEqualTo(Duration.ofMinutes(3));
        assertThat(told.get(1).asAlert().severity()).isEqualTo(Alert.Severity.INFO);
    }

    @Test
    void theEndTellsWhatWasSilencedMeanwhile() {
        alerts.raise(down("It is down."));
        alerts.raise(down("It is down."));
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(RESOLVE_AFTER);

        assertThat(texts()).last().isEqualTo("RESOLVED Resolved after 0 s, raised once more meanwhile: It answers.");
        pass(COOL_DOWN.multipliedBy(2));
        assertThat(told).hasSize(2);
    }

    @Test
    void whatWasNotRaisedIsNotResolved() {
        alerts.resolve("DOWN", "stripe", "It answers.");
        alerts.raise(down("It is down."));
        alerts.resolve("DOWN", "paypal", "It answers.");
        alerts.resolve("UP", "stripe", "It answers.");
        pass(COOL_DOWN);

        assertThat(texts()).containsExactly("RAISED It is down.");
    }

    @Test
    void theEndIsToldOnce() {
        alerts.raise(down("It is down."));
        for (int i = 0; i < 3; i++) {
            alerts.resolve("DOWN", "stripe", "It answers.");
            pass(RESOLVE_AFTER);
        }

        assertThat(told).hasSize(2);
    }

    @Test
    void theEndOfALongOutageIsToldThoughItsCoolDownIsLongOver() {
        alerts.raise(down("It is down."));
        pass(Duration.ofHours(30));
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(RESOLVE_AFTER);

        assertThat(texts()).last().isEqualTo("RESOLVED Resolved after 30 h 0 min: It answers.");
    }

    @Test
    void whatComesBackBeforeItsEndWasToldNeverWentAway() {
        alerts.raise(down("It is down."));
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofSeconds(5));
            alerts.resolve("DOWN", "stripe", "It answers.");
            time.advance(Duration.ofSeconds(5));
            alerts.raise(down("It is down again."));
        }
        assertThat(texts()).containsExactly("RAISED It is down.");

        pass(COOL_DOWN);

        assertThat(texts()).last().isEqualTo("DIGEST Goes on, raised 20 times more since last told: It is down again.");
    }

    @Test
    void whatFlapsIsBelievedToBeOverOnlyAfterAWholeCoolDown() {
        alerts.raise(down("It is down."));
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(Duration.ofSeconds(5));
        alerts.raise(down("It is down again."));
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(RESOLVE_AFTER);
        assertThat(told).hasSize(1);

        pass(COOL_DOWN);

        assertThat(texts()).last().asString().startsWith("RESOLVED");
    }

    @Test
    void whatComesBackAfterItsEndWasToldIsToldAtOnce() {
        alerts.raise(down("It is down."));
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(RESOLVE_AFTER);

        alerts.raise(down("It is down again."));

        assertThat(texts()).last().isEqualTo("RAISED It is down again.");
    }

    @Test
    void slowFlappingIsNotToldMoreThanTwiceInACoolDown() {
        for (int minute = 0; minute < 60; minute++) {
            alerts.raise(down("It is down."));
            alerts.resolve("DOWN", "stripe", "It answers.");
            pass(Duration.ofMinutes(1));
        }

        assertThat(told.size()).isLessThanOrEqualTo(2 * 60 / 5);
    }

    @Test
    void theLastThingToldIsTrueWhateverHappens() {
        long seed = new Random().nextLong();
        System.out.println("DigestAndResolvedTest seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            boolean down = false;
            for (int step = 0; step < 50; step++) {
                down = random.nextBoolean();
                if (down) {
                    alerts.raise(down("It is down."));
                } else {
                    alerts.resolve("DOWN", "stripe", "It answers.");
                }
                pass(Duration.ofSeconds(random.nextInt(120)));
                boolean sayDown = !told.isEmpty() && told.get(told.size() - 1).kind() != Notice.Kind.RESOLVED;
                assertThat(down && !sayDown)
                        .as("seed %s: it is down and the team believes that it is over", seed)
                        .isFalse();
            }
            pass(COOL_DOWN);
            if (!down && !told.isEmpty()) {
                assertThat(told)
                        .as("seed %s", seed)
                        .last()
                        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.RESOLVED));
            }
        }
    }

    @Test
    void whatIsWatchedResolvesItself() {
        AtomicBoolean back = new AtomicBoolean();
        alerts.watch("DOWN", back::get);
        alerts.raise(down("It is down."));
        pass(COOL_DOWN);
        assertThat(told).hasSize(1);

        back.set(true);
        alerts.settle();
        pass(RESOLVE_AFTER);

        assertThat(texts()).last().isEqualTo("RESOLVED Resolved after 5 min: DOWN is over, says what watches it.");
    }

    @Test
    void aWatchThatThrowsSaysNothing() {
        alerts.watch("DOWN", () -> {
            throw new IllegalStateException("no idea");
        });
        alerts.raise(down("It is down."));
        pass(COOL_DOWN);

        assertThat(told).hasSize(1);
        assertThat(telemetry.total("seaworthy.alert.watch-failed")).isPositive();
    }

    @Test
    void watchesAreBounded() {
        for (int i = 0; i < 10 * Alerts.MAX_WATCHED; i++) {
            alerts.watch("CODE_" + i, () -> true);
        }
        alerts.raise(new Alert("CODE_" + (10 * Alerts.MAX_WATCHED - 1), "x", "Not watched.", null));
        alerts.raise(new Alert("CODE_0", "x", "Watched.", null));
        alerts.settle();
        pass(RESOLVE_AFTER);

        assertThat(told)
                .filteredOn(notice -> notice.kind() == Notice.Kind.RESOLVED)
                .hasSize(1);
    }

    @Test
    void aLongOutageIsForgottenForAFloodOnlyWhenItHasBeenQuiet() {
        alerts.raise(down("It is down."));
        for (int i = 0; i < 10 * Alerts.MAX_SUBJECTS; i++) {
            alerts.raise(new Alert("BUG", "fingerprint" + i, "A bug.", null));
        }
        alerts.resolve("DOWN", "stripe", "It answers.");
        pass(RESOLVE_AFTER);

        assertThat(texts()).last().asString().startsWith("RESOLVED");
        assertThat(alerts.remembered()).isLessThanOrEqualTo(Alerts.MAX_SUBJECTS);
    }

    @Test
    void eachNoticeHasItsTimeAndAnIdOfItsOwn() {
        alerts.raise(down("It is down."));
        alerts.raise(new Alert("BUG", "x", "A bug.", null));

        assertThat(told.get(0).at()).isEqualTo(time.now());
        assertThat(told.get(0).id()).hasSize(36).isNotEqualTo(told.get(1).id());
    }

    @Test
    void runbooksStandBelowTheirBaseUnlessTheAlertHasItsOwn() {
        Alerts withBooks =
                with(new AlertSettings(COOL_DOWN, true, RESOLVE_AFTER, URI.create("https://wiki.example.com/books/")));
        withBooks.raise(down("It is down."));
        withBooks.raise(new Alert("BUG", "x", "A bug.", null).withRunbook(URI.create("https://bugs.example.com/x")));
        withBooks.raise(new Alert("no page", "x", "A name that fits no address.", null));

        assertThat(told)
                .extracting(notice -> notice.alert().runbook())
                .containsExactly(
                        URI.create("https://wiki.example.com/books/DOWN"),
                        URI.create("https://bugs.example.com/x"),
                        null);
    }

    private Alerts with(AlertSettings settings) {
        return new Alerts(
                new AlertsBuilder()
                        .time(time)
                        .telemetry(telemetry)
                        .settings(settings)
                        .sink(sink(told)),
                false);
    }

    /** Time goes by as in production: what is due is looked for now and then. */
    private void pass(Duration whole) {
        Duration step = Duration.ofSeconds(1);
        Duration left = whole;
        while (left.compareTo(step) > 0 && whole.compareTo(COOL_DOWN) <= 0) {
            time.advance(step);
            alerts.settle();
            left = left.minus(step);
        }
        time.advance(left);
        alerts.settle();
    }

    private List<String> texts() {
        return told.stream()
                .map(notice -> notice.kind() + " " + notice.alert().text())
                .toList();
    }

    private static Alert down(String text) {
        return new Alert("DOWN", "stripe", text, null);
    }

    private static AlertSink sink(List<Notice> told) {
        return new AlertSink() {
            @Override
            public void send(Alert alert) {
                throw new AssertionError("notices are told");
            }

            @Override
            public void tell(Notice notice) {
                told.add(notice);
            }
        };
    }
}
