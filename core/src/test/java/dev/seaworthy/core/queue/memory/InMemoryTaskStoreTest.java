// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.queue.store.NewTask;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.queue.store.TaskStoreContract;
import dev.seaworthy.core.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryTaskStoreTest extends TaskStoreContract {

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-24T12:00:00Z"));
    private final InMemoryTaskStore store = new InMemoryTaskStore(time);

    @Override
    protected TaskStore store() {
        return store;
    }

    @Override
    protected void passes(Duration length) {
        time.advance(length);
    }

    @Test
    void tenTimesItsCapacityIsRefusedNotForgotten() {
        InMemoryTaskStore small = new InMemoryTaskStore(time, 5);
        for (int i = 0; i < 50; i++) {
            NewTask task =
                    new NewTask("id" + i, "mail", "mail.send", 1, "{}", null, "k" + i, null, Duration.ofDays(1), null);
            if (i < 5) {
                small.place(task, false);
            } else {
                assertThatThrownBy(() -> small.place(task, false))
                        .isInstanceOf(ProblemException.class)
                        .hasMessage("queue in memory must not hold more, got entry 6; raise its capacity, or give it a"
                                + " database");
            }
        }
        assertThat(small.depth().get("mail").ready()).isEqualTo(5);
    }
}
