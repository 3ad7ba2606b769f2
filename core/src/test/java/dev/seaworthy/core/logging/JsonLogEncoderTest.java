// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seaworthy.core.error.trace.CauseChain;
import dev.seaworthy.core.error.trace.Fingerprint;
import dev.seaworthy.core.error.trace.SafeText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;

class JsonLogEncoderTest {

    private final LogBench log = new LogBench().json();

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void anEventIsOneLineWithEcsNames() {
        log.mdc().put("correlationId", "checkout-4711");
        log.mdc().put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        log.mdc().put("spanId", "00f067aa0ba902b7");
        log.mdc().put("userId", "ada");
        log.logger()
                .atInfo()
                .addMarker(MarkerFactory.getMarker("SECURITY"))
                .addKeyValue("http.response.status_code", 201)
                .addKeyValue("basket", "b-1")
                .log("order {} placed", 42);

        JsonObject event = log.event();

        assertThat(log.text()).endsWith("}\n");
        assertThat(event.getString("@timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(event.getString("log.level")).isEqualTo("INFO");
        assertThat(event.getString("log.logger")).isEqualTo("shop.Orders");
        assertThat(event.getString("message")).isEqualTo("order 42 placed");
        assertThat(event.getString("http.request.id")).isEqualTo("checkout-4711");
        assertThat(event.getString("trace.id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(event.getString("span.id")).isEqualTo("00f067aa0ba902b7");
        assertThat(event.getString("user.id")).isEqualTo("ada");
        assertThat(event.getInt("http.response.status_code")).isEqualTo(201);
        assertThat(event.getJsonObject("labels").getString("basket")).isEqualTo("b-1");
        assertThat(event.getJsonArray("tags").getString(0)).isEqualTo("SECURITY");
        assertThat(event.getString("process.thread.name")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error",
                "log",
                "service",
                "process",
                "message",
                "ecs",
                "tags",
                "labels",
                "@timestamp",
                "log.level",
                "error.stack_trace",
                "a\"b",
                "",
                "x\ny"
            })
    void noMdcKeyCollidesWithAField(String key) {
        log.mdc().put(key, "mine");
        log.logger().error("still here", new IllegalStateException("broken"));

        JsonObject event = log.event();

        assertThat(event.getString("message")).isEqualTo("still here");
        assertThat(event.getString("log.level")).isEqualTo("ERROR");
        assertThat(event.getString("error.stack_trace")).contains("broken");
        assertThat(event.getJsonObject("labels").getString(key.replace('.', '_')))
                .isEqualTo("mine");
    }

    @Test
    void ofTwoWithOneNameTheFirstCountsAndTheEventStaysValid() {
        log.mdc().put("a.b", "from the mdc");
        log.mdc().put("userId", "from the mdc");
        log.logger()
                .atInfo()
                .addKeyValue("a_b", "first")
                .addKeyValue("a.b", "second")
                .addKeyValue("user.id", "given")
                .log("x");

        assertThat(log.event().getJsonObject("labels").getString("a_b")).isEqualTo("first");
        assertThat(log.event().getString("user.id")).isEqualTo("given");
        assertThat(log.text()).containsOnlyOnce("user.id").containsOnlyOnce("a_b");
    }

    @Test
    void everythingIsMaskedAfterItWasRendered() {
        log.mdc().put("password", "hunter2");
        log.mdc().put("note", "card 4111111111111111");
        log.logger()
                .atError()
                .setCause(new IOException("refused token=hunter2", new IllegalStateException("4111 1111 1111 1111")))
                .addKeyValue("apiKey", "hunter2")
                .addKeyValue("number", 4111111111111111L)
                .addKeyValue("bag", List.of("password=hunter2"))
                .log("login {} with password={}", "ada", "hunter2");

        assertThat(log.text()).doesNotContain("hunter2", "4111");
        assertThat(log.event().getString("message")).isEqualTo("login ada with password=***");
        assertThat(log.event().getString("error.message")).isEqualTo("refused token=***");
        assertThat(log.event().getJsonObject("labels").getString("number")).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', '\r', '\0', '\u001b', '\u0085', '\u2028', '\u2029', '\u202e', '\u2066', '\b', '\ud800'})
    void nothingForgesALineOrSteersATerminal(char c) {
        log.mdc().put("user", "a" + c + "b");
        log.logger()
                .atError()
                .setCause(new IllegalStateException("a" + c + "b"))
                .addKeyValue("k", "a" + c + "b")
                .log("a" + c + "{\"log.level\":\"forged\"}");

        assertThat(log.lines()).hasSize(1);
        assertThat(log.text().substring(0, log.text().length() - 1)).doesNotContain(String.valueOf(c));
        assertThat(log.event().getString("log.level")).isEqualTo("ERROR");
    }

    @Test
    void theStackHasItsRootFirstAndTheFingerprintOfRoomError() {
        Throwable failure = new IllegalStateException("outer", new IOException("inner"));
        failure.addSuppressed(new IllegalArgumentException("beside"));
        log.logger().error("x", failure);

        assertThat(log.event().getString("error.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(log.event().getString("error.fingerprint"))
                .isEqualTo(Fingerprint.of(CauseChain.of(failure)).value());
        assertThat(log.event().getString("error.stack_trace"))
                .startsWith("java.io.IOException: inner\n\tat ")
                .containsSubsequence(
                        "\nWrapped by: java.lang.IllegalStateException: outer",
                        "common frames omitted",
                        "\nSuppressed: java.lang.IllegalArgumentException: beside");
    }

    @Test
    void theFingerprintThatRoomErrorWroteStays() {
        log.logger()
                .atError()
                .setCause(new IllegalStateException())
                .addKeyValue("error.fingerprint", "0123456789abcdef")
                .log("x");

        assertThat(log.event().getString("error.fingerprint")).isEqualTo("0123456789abcdef");
    }

    @Test
    void hostileThrowablesAreWrittenAsFarAsTheyCanBeRead() {
        Throwable huge = new IllegalStateException("x".repeat(10_000_000));
        Throwable cyclic = new IllegalStateException("a");
        cyclic.initCause(new IOException("b", cyclic));
        Throwable wild = new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException("no");
            }
        };
        for (Throwable hostile : List.of(huge, cyclic, new IllegalStateException((String) null))) {
            assertThatCode(() -> log.logger().error("x", hostile)).doesNotThrowAnyException();
        }
        log.logger().error("x", SafeText.printable(CauseChain.of(wild)));

        assertThat(log.lines()).hasSize(4).allSatisfy(line -> assertThat(line).hasSizeLessThan(100_000));
        assertThat(log.event().getString("error.stack_trace")).contains("its message cannot be read");
    }

    @Test
    void aThrowableThatThrowsDoesNotFailWhoLogsIt() {
        TameThrowables.attach(log.context());
        TameThrowables.attach(log.context());
        Throwable wild = new IllegalStateException() {
            @Override
            public String getMessage() {
                throw new UnsupportedOperationException("no");
            }
        };

        assertThatCode(() -> log.logger().error("x", wild)).doesNotThrowAnyException();
        log.logger().debug("tame {}", 1, new IllegalStateException("tame"));

        assertThat(log.lines()).hasSize(2).first().asString().contains("its message cannot be read");
        assertThat(log.event().getString("error.message")).isEqualTo("tame");
    }

    @Test
    void whatIsTooMuchIsCutAndSaysSo() {
        for (int i = 0; i < 1_000; i++) {
            log.mdc().put("key" + i, "v".repeat(100_000));
        }
        log.logger().info("{}", "😀".repeat(100_000));

        assertThat(log.event().getString("message")).endsWith("...(+183616)");
        assertThat(log.event().getJsonObject("labels")).hasSize(64);
    }

    @Test
    void whatThrowsWhenAskedForItsTextIsUnreadable() {
        Object wild = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        log.logger()
                .atInfo()
                .addKeyValue("wild", wild)
                .addKeyValue("nothing", (Object) null)
                .log("argument {}", wild);

        assertThat(log.event().getJsonObject("labels").getString("wild")).isEqualTo("(unreadable)");
        assertThat(log.event().getString("message")).startsWith("argument ");
    }

    @Test
    void settingsOfTheConfigurationCount() {
        try (LogBench own = new LogBench()) {
            JsonLogEncoder encoder = new JsonLogEncoder();
            encoder.setService("shop");
            encoder.setSecretNames("customerNumber, other");
            encoder.setEmails(true);
            encoder.setHashKey("0123456789abcdef");
            own.encoder(encoder);
            own.logger().info("customerNumber=12 ada@example.com");

            assertThat(own.event().getString("service.name")).isEqualTo("shop");
            assertThat(own.event().getString("message")).matches("customerNumber=\\*\\*\\*#\\w{12} \\*\\*\\*#\\w{12}");
        }
    }
}
