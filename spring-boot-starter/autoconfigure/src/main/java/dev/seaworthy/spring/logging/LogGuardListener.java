// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.logging;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Covers what Boot, or the app's own file, has just set up. */
final class LogGuardListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (Logging.isLogback() && LogDecision.isEnabled(event.getEnvironment())) {
            LogbackGuard.attach(event.getEnvironment());
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }
}
