// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.engine;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.run.Handlers;
import dev.seaworthy.core.queue.run.Origin;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.NewTask.Lease;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a call. Thread-safe. */
final class Intake {

    static final int MAX_KEY = 200;

    private static final HexFormat HEX = HexFormat.of();

    private final Handlers handlers;
    private final JsonCodec codec;
    private final Supplier<@Nullable String> principal;
    private final SecureRandom random = new SecureRandom();

    Intake(Handlers handlers, JsonCodec codec, Supplier<@Nullable String> principal) {
        this.handlers = handlers;
        this.codec = codec;
        this.principal = principal;
    }

    <P> NewTask take(TaskHandler<P, ?> handler, P payload, @Nullable String key, @Nullable Lease lease) {
        handlers.check(handler);
        if (key != null && (key.isEmpty() || key.length() > MAX_KEY)) {
            throw new IllegalArgumentException("task key must have 1 to " + MAX_KEY + " characters, got " + key.length()
                    + "; write for example charge:42");
        }
        String json = codec.write(payload);
        if (json.length() > QueueSettings.MAX_PAYLOAD) {
            throw new IllegalArgumentException("payload of task " + handler.kind() + " must have at most "
                    + QueueSettings.MAX_PAYLOAD + " characters of JSON, got " + json.length()
                    + "; store the data and enqueue its id");
        }
        byte[] id = new byte[16];
        random.nextBytes(id);
        return new NewTask(
                HEX.formatHex(id),
                handler.options().queue(),
                handler.kind(),
                handler.options().version(),
                json,
                Origin.capture(),
                key,
                digest(principal.get()),
                handler.options().giveUpAfter(),
                lease);
    }

    /** Enough to compare by, and no name in the table. */
    static @Nullable String digest(@Nullable String principal) {
        if (principal == null) {
            return null;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HEX.formatHex(sha.digest(principal.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
