// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.layout;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.seaworthy.core.logging.LogBench;
import dev.seaworthy.core.redact.Redactor;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutGuardTest {

    private final LogBench log = new LogBench();

    @BeforeEach
    void start() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log.context());
        encoder.setPattern("%-5level [%X{user}] [%X] %kvp %logger : %msg%n%ex");
        log.encoder(encoder);
        LayoutGuard.attach(log.context(), Redactor.withDefaults(), encoders -> false);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\r', '\0', '\u001b', '\u0085', '\u2028', '\u2029', '\u202e', '\b'})
    void harmfulCharactersAreWrittenOutWhereverTheyStand(char c) {
        log.mdc().put("user", "a" + c + "b");
        log.logger()
                .atError()
                .setCause(new IllegalStateException("a" + c + "b", new RuntimeException("c" + c + "d")))
                .addKeyValue("k", "a" + c + "b")
                .log("a" + c + "b");

        assertThat(log.text()).doesNotContain(String.valueOf(c)).contains(String.format("c\\u%04xd", (int) c));
    }

    @Test
    void noLineOfAMessageOrOfAnExceptionPassesForAnEvent() {
        log.mdc().put("user", "a\nERROR forged");
        log.logger().error("a\nERROR forged", new IllegalStateException("b\nERROR forged"));

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("ERROR"))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("ERROR [a\\u000aERROR forged]"));
        assertThat(log.text()).contains("\n    | ERROR forged").contains("\n\tat ");
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        log.mdc().put("password", "hunter2");
        log.logger()
                .atError()
                .setCause(new IllegalStateException("token=hunter2"))
                .addKeyValue("apiKey", "hunter2")
                .log("password={}", "hunter2");

        assertThat(log.text()).doesNotContain("hunter2").contains("password=***", "token=***", "apiKey=\"***\"");
    }

    @Test
    void attachingTwiceDoesNothingMoreAndTellsWhatIsNotCovered() {
        log.appender(new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                // Nobody knows what it does.
            }
        });
        LayoutGuard guard = LayoutGuard.attach(log.context(), Redactor.withDefaults(), encoder -> false);
        log.logger().info("a\nb");

        assertThat(guard.guarded()).isEqualTo(Set.of("OUT"));
        assertThat(guard.unguarded()).isEqualTo(Set.of("TEST"));
        assertThat(log.text()).contains("a\n    | b");
    }
}
