// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging;

import org.slf4j.LoggerFactory;

/** An app that logs much and ends at once, in a JVM of its own. */
public final class LoggingMain {

    private LoggingMain() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            JsonLogging.install(args[0]);
        }
        for (int i = 0; i < 5_000; i++) {
            LoggerFactory.getLogger("shop").info("event {} password=hunter2", i);
        }
    }
}
