// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.ratelimit.policy;

import org.springframework.core.env.Environment;

/** What the built-in policy does. */
public enum BuiltIn {
    /** Enforces, except in the app's own tests, where it only counts. */
    AUTO,
    /** Enforces everywhere. */
    ENFORCE,
    /** Only counts. */
    SHADOW,
    /** Is not there. */
    OFF;

    // Boot's test support leaves this in every context that it starts; hundreds of requests from one address are no
    // flood there.
    private static final String IN_TEST = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

    /** Whether it only counts in this environment. */
    public boolean isShadow(Environment environment) {
        return this == SHADOW || (this == AUTO && environment.containsProperty(IN_TEST));
    }
}
