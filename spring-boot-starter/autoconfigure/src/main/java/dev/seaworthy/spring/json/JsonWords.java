// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.ClassUtils;

/** Names Java types in the words of JSON, so that no class name reaches a client. Thread-safe. */
public final class JsonWords {

    private static final Set<Class<?>> INTEGERS =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    private JsonWords() {}

    /** What JSON wants where Java has {@code type}: {@code string}, {@code integer}, {@code date-time} ... Never empty. */
    public static String expected(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == Boolean.class) {
            return "boolean";
        }
        if (INTEGERS.contains(boxed)) {
            return "integer";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "number";
        }
        if (boxed.isArray() || Collection.class.isAssignableFrom(boxed)) {
            return "array";
        }
        return isText(boxed) ? text(boxed) : "object";
    }

    private static boolean isText(Class<?> type) {
        return CharSequence.class.isAssignableFrom(type)
                || type == Character.class
                || type == UUID.class
                || type.isEnum()
                || Temporal.class.isAssignableFrom(type)
                || Date.class.isAssignableFrom(type);
    }

    private static String text(Class<?> type) {
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == LocalTime.class) {
            return "time";
        }
        return Temporal.class.isAssignableFrom(type) || Date.class.isAssignableFrom(type) ? "date-time" : "string";
    }
}
