// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.logging.event;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.seaworthy.core.json.JsonWriter;
import dev.seaworthy.core.redact.Redactor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Key-values and MDC: known names at the top, the others under {@code labels}. Of two with one name the first counts. */
final class EventFields {

    private static final long SHORTEST_CARD = 1_000_000_000_000L;

    private final Redactor redactor;

    EventFields(Redactor redactor) {
        this.redactor = redactor;
    }

    void write(ILoggingEvent event, JsonWriter json, List<String> written, List<String> writtenLabels) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        Map<String, String> mdc = event.getMDCPropertyMap();
        int labels = 0;
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                if (pair.key == null) {
                    continue;
                } else if (!FieldNames.isTop(pair.key)) {
                    labels++;
                } else if (isNew(pair.key, written)) {
                    json.name(FieldNames.top(pair.key));
                    value(json, pair.key, pair.value);
                }
            }
        }
        // Not by entries: an unmodifiable map, which Logback's is, makes a new object of each.
        int before = written.size();
        mdc.forEach((key, value) -> {
            String field = FieldNames.ofMdc(key);
            if (field != null && isNew(field, written)) {
                json.name(FieldNames.top(field));
                text(json, field, value);
            }
        });
        if (labels > 0 || mdc.size() > written.size() - before) {
            labels(pairs, mdc, json, writtenLabels);
        }
    }

    private void labels(
            @Nullable List<KeyValuePair> pairs, Map<String, String> mdc, JsonWriter json, List<String> written) {
        json.name("labels").beginObject();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                if (pair.key != null && !FieldNames.isTop(pair.key) && isNewLabel(pair.key, written)) {
                    json.name(written.get(written.size() - 1));
                    value(json, pair.key, pair.value);
                }
            }
        }
        mdc.forEach((key, value) -> {
            if (FieldNames.ofMdc(key) == null && isNewLabel(key, written)) {
                json.name(written.get(written.size() - 1));
                text(json, key, value);
            }
        });
        json.endObject();
    }

    private boolean isNewLabel(String key, List<String> written) {
        return written.size() < EventLimits.LABELS && isNew(redactor.text(FieldNames.label(key)), written);
    }

    private static boolean isNew(String name, List<String> written) {
        return !written.contains(name) && written.add(name);
    }

    private void value(JsonWriter json, String key, @Nullable Object value) {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof Boolean truth && !redactor.isSecretName(key)) {
            json.value(truth);
        } else if (isSmallNumber(value) && !redactor.isSecretName(key)) {
            json.value(((Number) value).longValue());
        } else if (value instanceof Long || value instanceof Double || value instanceof Float) {
            number(json, key, (Number) value);
        } else {
            text(json, key, textOf(value));
        }
    }

    /** A number that is long enough may be a card's. */
    private void number(JsonWriter json, String key, Number number) {
        String text = number.toString();
        String masked = redactor.value(key, text);
        if (!masked.equals(text)) {
            json.value(masked);
        } else if (number instanceof Long) {
            json.value(number.longValue());
        } else {
            json.value(number.doubleValue());
        }
    }

    private static boolean isSmallNumber(Object value) {
        return value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || (value instanceof Long number && number > -SHORTEST_CARD && number < SHORTEST_CARD);
    }

    private void text(JsonWriter json, String key, @Nullable String value) {
        if (value == null) {
            json.nullValue();
        } else if (redactor.isSecretName(key)) {
            json.value(redactor.mask(value));
        } else {
            json.value(EventLimits.masked(redactor, value, EventLimits.VALUE));
        }
    }

    private static @Nullable String textOf(Object value) {
        try {
            return value.toString();
        } catch (RuntimeException | LinkageError | StackOverflowError unreadable) {
            return "(unreadable)";
        }
    }
}
