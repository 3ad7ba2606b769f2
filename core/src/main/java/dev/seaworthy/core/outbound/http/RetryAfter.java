// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.outbound.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}, which is a number of seconds or a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
 */
public final class RetryAfter {

    private static final long MAX_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int MAX_LENGTH = 64;

    private RetryAfter() {}

    /**
     * How long to wait; at most a day, zero for a date in the past.
     *
     * @param value the header's value
     * @param now the wall clock, to compare a date with
     * @return null when it is missing or says nothing that can be understood
     */
    public static @Nullable Duration parse(@Nullable String value, Instant now) {
        if (value == null || value.length() > MAX_LENGTH) {
            return null;
        }
        String text = value.strip();
        return isNumber(text) ? seconds(text) : date(text, now);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(digits.length() > 9 ? MAX_SECONDS : Math.min(MAX_SECONDS, Long.parseLong(digits)));
    }

    private static @Nullable Duration date(String text, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            long wait = Duration.between(now, then).toSeconds();
            return Duration.ofSeconds(Math.max(0, Math.min(MAX_SECONDS, wait)));
        } catch (DateTimeException | ArithmeticException notADate) {
            return null;
        }
    }
}
