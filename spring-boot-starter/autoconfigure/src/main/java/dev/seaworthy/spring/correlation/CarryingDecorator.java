// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.correlation;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.Propagation;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.ClassUtils;

/**
 * Runs a task in the context in which it was handed over, around the app's own decorators. Work handed over outside of
 * every request, such as a scheduled method, is a piece of work of its own, so it gets a fresh correlation at each run.
 */
final class CarryingDecorator implements TaskDecorator {

    private final CorrelationResolver resolver;
    private final List<TaskDecorator> ofApp;

    CarryingDecorator(CorrelationResolver resolver, List<TaskDecorator> ofApp) {
        this.resolver = resolver;
        this.ofApp = ofApp;
    }

    /** Which of the app's decorators Boot itself would apply: Boot 4 all of them in order, Boot 3.5 only a single one. */
    static List<TaskDecorator> asBootApplies(ObjectProvider<TaskDecorator> ofApp) {
        boolean all = ClassUtils.isPresent(
                "org.springframework.boot.EnvironmentPostProcessor", CarryingDecorator.class.getClassLoader());
        if (all) {
            return ofApp.orderedStream().toList();
        }
        TaskDecorator single = ofApp.getIfUnique();
        return single == null ? List.of() : List.of(single);
    }

    @Override
    public Runnable decorate(Runnable task) {
        Runnable decorated = task;
        for (TaskDecorator decorator : ofApp) {
            decorated = decorator.decorate(decorated);
        }
        Runnable inside = decorated;
        if (Correlation.current() != null) {
            return Propagation.wrap(inside);
        }
        return Propagation.wrap((Runnable) () -> {
            try (CorrelationScope ignored = resolver.fresh().open()) {
                inside.run();
            }
        });
    }

    /** Makes one when an executor is built, not earlier: the app's decorators may need much of the app. */
    @FunctionalInterface
    interface Factory {

        CarryingDecorator create();
    }
}
