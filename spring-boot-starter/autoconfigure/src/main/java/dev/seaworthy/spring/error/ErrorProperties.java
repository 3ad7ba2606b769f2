// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.spring.error.mock.MockMvcFailures;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about errors.
 *
 * @param enabled whether failures are answered in one shape; off, Boot answers as it always did
 * @param typeBase where the app documents its problem types, an absolute URI; URNs where it is not set
 * @param invalidStatus the status for well-formed input that is not acceptable, 400 or 422; the framework's own where it
 *     is not set
 * @param constraintFields which field of the request a unique constraint of the database is about, as a pointer, by the constraint's
 *     name; other constraints are not told to clients
 * @param mockMvc what becomes of failures in MockMvc tests: answered as in production, or thrown at the test as without
 *     Seaworthy, but for those that the app has told Seaworthy about
 */
@ConfigurationProperties("seaworthy.error")
record ErrorProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable URI typeBase,
        @Nullable Integer invalidStatus,
        @DefaultValue Map<String, String> constraintFields,
        @DefaultValue("answer") MockMvcFailures.Mode mockMvc) {

    /** What Spring MVC gives to invalid input. */
    static final int FRAMEWORKS_STATUS = 400;

    ErrorProperties {
        constraintFields = Map.copyOf(constraintFields);
        constraintFields.forEach(ErrorProperties::checkPointer);
        settings(typeBase, invalidStatus);
    }

    ErrorSettings settings() {
        return settings(typeBase, invalidStatus);
    }

    RoomReport report() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("type-base", typeBase == null ? "none, URNs" : typeBase.toString());
        shown.put("invalid-status", String.valueOf(settings().invalidStatus()));
        shown.put("constraint-fields", String.valueOf(constraintFields.size()));
        return new RoomReport("error", enabled, shown, List.of());
    }

    private static void checkPointer(String constraint, String pointer) {
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("seaworthy.error.constraint-fields." + constraint
                    + " must be a JSON pointer, got '" + pointer + "'; write for example /email");
        }
    }

    private static ErrorSettings settings(@Nullable URI typeBase, @Nullable Integer invalidStatus) {
        return new ErrorSettings(typeBase, invalidStatus == null ? FRAMEWORKS_STATUS : invalidStatus);
    }
}
