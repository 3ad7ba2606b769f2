// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import dev.seaworthy.core.error.ProblemException;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives tokens back when a request has really ended, once, asynchronous ones included. */
final class Settlement implements AsyncListener {

    private static final int BUG = 500;
    private static final int MAX_DEPTH = 16;

    private final List<Taken> taken;
    private final StatusWatch answer;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile int failedAs;

    Settlement(List<Taken> taken, StatusWatch answer) {
        this.taken = taken;
        this.answer = answer;
    }

    void settle() {
        if (done.compareAndSet(false, true)) {
            int status = failedAs != 0 ? failedAs : answer.status();
            taken.forEach(one -> one.settle(status));
        }
    }

    void failed(Throwable failure) {
        failedAs = BUG;
        Throwable link = failure;
        for (int depth = 0; link != null && depth < MAX_DEPTH; depth++, link = link.getCause()) {
            if (link instanceof ProblemException problem) {
                failedAs = problem.classification().status();
                return;
            }
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        settle();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        failedAs = BUG;
    }

    @Override
    public void onError(AsyncEvent event) {
        if (event.getThrowable() != null) {
            failed(event.getThrowable());
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
