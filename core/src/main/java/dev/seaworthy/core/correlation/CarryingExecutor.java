// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.correlation;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Wraps every task at the moment it is handed over. */
class CarryingExecutor implements ExecutorService {

    private final ExecutorService inside;

    CarryingExecutor(ExecutorService inside) {
        this.inside = inside;
    }

    @Override
    public void execute(Runnable task) {
        inside.execute(Propagation.wrap(task));
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return inside.submit(Propagation.wrap(task));
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return inside.submit(Propagation.wrap(task), result);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return inside.submit(Propagation.wrap(task));
    }

    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
            throws InterruptedException {
        return inside.invokeAll(wrapAll(tasks));
    }

    @Override
    public <T extends @Nullable Object> List<Future<T>> invokeAll(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit) throws InterruptedException {
        return inside.invokeAll(wrapAll(tasks), timeout, unit);
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return inside.invokeAny(wrapAll(tasks));
    }

    @Override
    public <T extends @Nullable Object> T invokeAny(
            Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return inside.invokeAny(wrapAll(tasks), timeout, unit);
    }

    @Override
    public void shutdown() {
        inside.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return inside.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return inside.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return inside.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return inside.awaitTermination(timeout, unit);
    }

    private static <T extends @Nullable Object> List<Callable<T>> wrapAll(Collection<? extends Callable<T>> tasks) {
        return tasks.stream().<Callable<T>>map(task -> Propagation.wrap(task)).toList();
    }
}
