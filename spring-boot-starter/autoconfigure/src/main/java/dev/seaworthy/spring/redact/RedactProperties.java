// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.redact;

import dev.seaworthy.core.redact.RedactSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * What counts as a secret besides what always does.
 *
 * @param secretNames more names whose values are masked in logs, dumps and reports, without case and separators
 * @param emails whether e-mail addresses are masked too
 * @param hashKey key of the hash that is shown behind each mask, so that equal secrets can be found without being known;
 *     16 characters or more, none shows no hash
 */
@ConfigurationProperties("seaworthy.redact")
record RedactProperties(
        @DefaultValue List<String> secretNames,
        @DefaultValue("false") boolean emails,
        @Nullable String hashKey) {

    RedactProperties {
        secretNames = List.copyOf(secretNames);
    }

    RedactSettings settings() {
        RedactSettings names =
                checked("secret-names", secretNames, () -> new RedactSettings(Set.copyOf(secretNames), emails, null));
        return checked("hash-key", "***", () -> new RedactSettings(names.secretNames(), emails, hashKey));
    }

    private static RedactSettings checked(String name, Object value, Supplier<RedactSettings> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException wrong) {
            throw new InvalidConfigurationPropertyValueException("seaworthy.redact." + name, value, wrong.getMessage());
        }
    }
}
