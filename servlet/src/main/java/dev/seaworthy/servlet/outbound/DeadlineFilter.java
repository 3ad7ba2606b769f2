// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.outbound;

import dev.seaworthy.core.outbound.deadline.CallScope;
import dev.seaworthy.core.outbound.deadline.Deadline;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Enumeration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request bring its deadline along: every door called on its thread ends by then, and does not try again what the
 * caller tries again itself. Register it for the REQUEST and ASYNC dispatches with asynchronous requests supported; all
 * dispatches of one request share the deadline. A header that is no number, or comes twice, is ignored and counted as
 * {@code seaworthy.outbound.deadline-refused}: it can only shorten, so nobody gains by sending one. Thread-safe.
 */
public final class DeadlineFilter implements Filter {

    private static final String ATTRIBUTE = DeadlineFilter.class.getName();
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final DeadlineSettings settings;
    private final TimeSource time;
    private final Telemetry telemetry;

    /** Wires it. */
    public DeadlineFilter(DeadlineSettings settings, TimeSource time, Telemetry telemetry) {
        this.settings = settings;
        this.time = time;
        this.telemetry = telemetry;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Brought brought = request instanceof HttpServletRequest http ? of(http) : null;
        if (brought == null || brought.isNothing()) {
            chain.doFilter(request, response);
            return;
        }
        try (CallScope scope = CallScope.open(brought.deadline(), brought.attempt())) {
            chain.doFilter(request, response);
        }
    }

    private record Brought(@Nullable Deadline deadline, int attempt) {

        boolean isNothing() {
            return deadline == null && attempt == 1;
        }
    }

    /** Read once: an asynchronous request's time runs on between its dispatches. */
    private Brought of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Brought known) {
            return known;
        }
        OptionalLong left = number(request, settings.header());
        OptionalLong attempt = number(request, settings.attemptHeader());
        Brought fresh = new Brought(left.isPresent() ? Deadline.in(capped(left.getAsLong()), time) : null, (int)
                Math.max(1, attempt.orElse(1)));
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    private Duration capped(long millis) {
        Duration left = Duration.ofMillis(millis);
        return left.compareTo(settings.max()) > 0 ? settings.max() : left;
    }

    private OptionalLong number(HttpServletRequest request, String header) {
        Enumeration<String> values = request.getHeaders(header);
        if (values == null || !values.hasMoreElements()) {
            return OptionalLong.empty();
        }
        String value = values.nextElement().strip();
        if (values.hasMoreElements() || !NUMBER.matcher(value).matches()) {
            telemetry.count("seaworthy.outbound.deadline-refused");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(value));
    }
}
