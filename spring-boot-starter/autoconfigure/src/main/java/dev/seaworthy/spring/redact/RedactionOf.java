// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.redact;

import dev.seaworthy.core.redact.RedactSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Reads the settings where there are no beans yet: the log begins before the context does. */
public final class RedactionOf {

    private RedactionOf() {}

    /** The settings; the defaults where they cannot be read, because the context is about to say so in words. */
    public static RedactSettings environment(Environment environment) {
        try {
            return Binder.get(environment)
                    .bindOrCreate("seaworthy.redact", RedactProperties.class)
                    .settings();
        } catch (RuntimeException wrong) {
            return RedactSettings.withDefaults();
        }
    }
}
