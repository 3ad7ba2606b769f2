// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.json.JsonName;
import dev.seaworthy.core.logging.LogFields;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which names may stand at the top of an event. All others live under {@code labels}, where they collide with nothing. */
final class FieldNames {

    private static final Map<String, String> OF_MDC = Map.of(
            Correlation.MDC_CORRELATION_ID,
            LogFields.REQUEST_ID,
            Correlation.MDC_TRACE_ID,
            "trace.id",
            Correlation.MDC_SPAN_ID,
            "span.id",
            LogFields.MDC_USER_ID,
            LogFields.USER);

    private static final Map<String, JsonName> KNOWN = names(
            "error.id",
            "error.code",
            "error.class",
            "error.fingerprint",
            "alert.code",
            "alert.subject",
            "alert.correlation_id",
            LogFields.METHOD,
            LogFields.ROUTE,
            LogFields.PATH,
            LogFields.STATUS,
            LogFields.BYTES_IN,
            LogFields.BYTES_OUT,
            LogFields.BODY_IN,
            LogFields.BODY_OUT,
            LogFields.DURATION,
            LogFields.OUTCOME,
            LogFields.EVENT_CODE,
            LogFields.CLIENT,
            LogFields.USER,
            LogFields.REQUEST_ID,
            "trace.id",
            "span.id");

    private FieldNames() {}

    private static Map<String, JsonName> names(String... names) {
        return Arrays.stream(names).collect(Collectors.toUnmodifiableMap(name -> name, JsonName::of));
    }

    static Set<String> tops() {
        return KNOWN.keySet();
    }

    /** The name of a top field. */
    static JsonName top(String field) {
        JsonName known = KNOWN.get(field);
        return known == null ? JsonName.of(field) : known;
    }

    /** The top field of an MDC key, or null for a label. */
    static @Nullable String ofMdc(String key) {
        return OF_MDC.get(key);
    }

    static boolean isTop(String key) {
        return KNOWN.containsKey(key) || key.startsWith("seaworthy.");
    }

    /** Elasticsearch reads a dot as an object, and one name cannot be text and object at once. */
    static String label(String key) {
        String cut = key.length() > EventLimits.NAME ? key.substring(0, EventLimits.NAME) : key;
        return cut.indexOf('.') < 0 ? cut : cut.replace('.', '_');
    }
}
