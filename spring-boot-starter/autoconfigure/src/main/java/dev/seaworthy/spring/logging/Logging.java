// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/** Which library logs; asked before anything is loaded that needs it. */
final class Logging {

    private static final String CONTEXT = "ch.qos.logback.classic.LoggerContext";

    private Logging() {}

    static boolean isLogback() {
        return ClassUtils.isPresent(CONTEXT, Logging.class.getClassLoader())
                && LoggerFactory.getILoggerFactory().getClass().getName().equals(CONTEXT);
    }
}
