// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.desk;

import dev.seaworthy.core.telemetry.Telemetry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nothing that only helps break the request: what throws is skipped, logged once for each helper, and counted.
 */
final class Guard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final int MAX_HELPERS = 100;

    private final Telemetry telemetry;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Guard(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** Where the helper was written; what a lambda's class is called after that means nothing. */
    static String name(Object helper) {
        String name = helper.getClass().getName();
        int generated = name.indexOf("$$");
        return generated < 0 ? name : name.substring(0, generated);
    }

    /** What it answers; null when it throws. */
    <T> @Nullable T ask(String helper, Supplier<? extends @Nullable T> question) {
        try {
            return question.get();
        } catch (Throwable broken) {
            note(helper, broken);
            return null;
        }
    }

    void run(String helper, Runnable work) {
        ask(helper, () -> {
            work.run();
            return null;
        });
    }

    private void note(String helper, Throwable broken) {
        try {
            telemetry.count("seaworthy.error.helper_failed", "helper", helper);
            if (told.size() < MAX_HELPERS
                    && told.add(helper + ' ' + broken.getClass().getName())) {
                LOG.warn(
                        "Helper '{}' of the error desk failed and is skipped, from now on without a word",
                        helper,
                        broken);
            }
        } catch (Throwable nobodyLeftToTell) {
            // The request goes on all the same.
        }
    }
}
