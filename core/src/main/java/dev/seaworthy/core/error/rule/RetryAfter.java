// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a service's {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final int MAX_DATE = 40;
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The wait, between none and a day; null if there is no hint that can be read. */
    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return capped(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (text.length() > MAX_DATE) {
            return null;
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return capped(Duration.between(now, until));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
