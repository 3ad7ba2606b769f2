// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import dev.seaworthy.core.ratelimit.RateLimiters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Takes over changed limits while the app runs, when Spring Cloud says that the environment has changed. Tokens that are
 * spent stay spent. New policies, routes and keys need a restart; a wrong value leaves everything as it was.
 */
public final class LimitRefresh implements ApplicationListener<ApplicationEvent> {

    // By name, because most apps have no Spring Cloud.
    private static final String CHANGED = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";
    private static final Logger LOG = LoggerFactory.getLogger("dev.seaworthy.ratelimit");

    private final RateLimiters limiters;
    private final Environment environment;

    /** Listens for these. */
    public LimitRefresh(RateLimiters limiters, Environment environment) {
        this.limiters = limiters;
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event.getClass().getName().equals(CHANGED)) {
            refresh();
        }
    }

    /** Reads the limits anew, and takes over those that changed. */
    public void refresh() {
        try {
            Binder.get(environment)
                    .bind(RateLimitProperties.PREFIX, RateLimitProperties.class)
                    .ifBound(fresh -> fresh.declared()
                            .forEach((name, policy) -> limiters.find(name)
                                    .filter(limiter -> !limiter.policy().equals(policy))
                                    .ifPresent(limiter -> {
                                        limiter.change(policy);
                                        LOG.info("rate limit policy '{}' is now {}", name, policy.windows());
                                    })));
        } catch (RuntimeException wrong) {
            LOG.warn("changed rate limits cannot be used, the limits stay as they are", wrong);
        }
    }
}
