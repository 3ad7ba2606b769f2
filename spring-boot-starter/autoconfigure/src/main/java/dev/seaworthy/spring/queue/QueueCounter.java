// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.engine.QueueOffice;
import dev.seaworthy.spring.report.RoomSwitch;
import dev.seaworthy.spring.report.RoomView;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where operators look at dead letters, try them again, and open and close gates. */
record QueueCounter(TaskQueue queue) implements RoomSwitch, RoomView {

    private static final Duration HOLD = Duration.ofDays(1);
    private static final int LISTED = 100;

    @Override
    public String room() {
        return "queue";
    }

    @Override
    public Set<String> modes() {
        return Set.of("hold", "open", "redrive");
    }

    @Override
    public @Nullable Object look(String subject) {
        QueueOffice office = queue.office();
        return office.queues().contains(subject)
                ? Map.of(
                        "queue", subject,
                        "depth", office.depth().getOrDefault(subject, QueueOffice.EMPTY),
                        "dead", office.dead(subject, LISTED))
                : null;
    }

    @Override
    public @Nullable String change(String subject, String mode) {
        QueueOffice office = queue.office();
        if (!office.queues().contains(subject)) {
            return mode.equals("redrive") && office.redrive(subject) ? "redriven" : null;
        }
        return switch (mode) {
            case "hold" -> {
                queue.gate(subject).hold(HOLD, "held by an operator");
                yield "held for a day, or until opened";
            }
            case "open" -> {
                queue.gate(subject).open();
                yield "open";
            }
            default -> office.redriveAll(subject) + " redriven";
        };
    }
}
