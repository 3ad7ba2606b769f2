// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.TaskQueue;
import org.springframework.context.SmartLifecycle;

/** Starts when the app is there; stops after the web server, so that its last requests can still be kept. */
final class QueueLifecycle implements SmartLifecycle {

    private final TaskQueue queue;
    private volatile boolean running;

    QueueLifecycle(TaskQueue queue) {
        this.queue = queue;
    }

    @Override
    public void start() {
        queue.start();
        running = true;
    }

    @Override
    public void stop() {
        queue.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
