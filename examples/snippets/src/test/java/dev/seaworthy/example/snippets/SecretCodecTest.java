// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.json.JsonFault;
import dev.seaworthy.core.json.JsonLimits;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.memory.InMemoryTaskStore;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.time.TimeSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.KeyGenerator;
import org.junit.jupiter.api.Test;

class SecretCodecTest {

    @Test
    void payloadsAreSecretInTheStoreAndPlainInTheHandler() throws Exception {
        KeyGenerator keys = KeyGenerator.getInstance("AES");
        SecretCodec codec = new SecretCodec(new Quotes(), keys.generateKey());
        InMemoryTaskStore store = new InMemoryTaskStore(TimeSource.system());
        CompletableFuture<String> seen = new CompletableFuture<>();
        TaskHandler<String, Void> handler = TaskHandler.of("mail.send", String.class)
                .handle((text, context) -> {
                    seen.complete(text);
                    return TaskAnswer.done();
                });
        try (TaskQueue queue = TaskQueue.builder(store, codec).handler(handler).build()) {
            Receipt receipt = queue.enqueueNow(handler, "alice@example.com", null);
            assertThat(store.find(receipt.id()).orElseThrow().payload()).doesNotContain("alice");
            queue.start();
            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("alice@example.com");
        }
        SecretCodec otherKey = new SecretCodec(new Quotes(), keys.generateKey());
        assertThatThrownBy(() -> otherKey.read(codec.write("x"), String.class, JsonLimits.withDefaults()))
                .hasMessage("payload cannot be opened with this key");
    }

    private static final class Quotes implements JsonCodec {

        @Override
        public String propertyName(Class<?> owner, String property) {
            return property;
        }

        @Override
        public Optional<JsonFault> fault(Throwable failure) {
            return Optional.empty();
        }

        @Override
        public String write(Object value) {
            return "\"" + value + "\"";
        }

        @Override
        public <T> T read(String json, Class<T> type, JsonLimits limits) {
            return type.cast(json.substring(1, json.length() - 1));
        }
    }
}
