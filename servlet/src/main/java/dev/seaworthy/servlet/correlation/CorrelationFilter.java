// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.CorrelationSettings;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every request its {@link Correlation}: opens its scope around the chain and echoes the id. Register it for the
 * REQUEST, ASYNC and ERROR dispatches with asynchronous requests supported, outermost; all dispatches of one request
 * share one correlation, and inside a scope of the same request it only passes on. Thread-safe. What fails in here never
 * fails the request.
 */
public final class CorrelationFilter implements Filter {

    /** The request attribute that holds the request's {@link Correlation}. */
    public static final String ATTRIBUTE = "dev.seaworthy.servlet.correlation";

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationFilter.class);

    private final CorrelationSettings settings;
    private final CorrelationResolver resolver;
    private final CallerTrust trust;
    private final AtomicBoolean logged = new AtomicBoolean();

    /** Wires it; {@code clients} says who is calling, and so whose trace may be continued. */
    public CorrelationFilter(CorrelationSettings settings, CorrelationResolver resolver, ClientResolver clients) {
        this.settings = settings;
        this.resolver = resolver;
        this.trust = new CallerTrust(settings.trustedNetworks(), clients);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Correlation correlation = request instanceof HttpServletRequest http ? of(http) : null;
        if (correlation == null
                || !(response instanceof HttpServletResponse answer)
                || Correlation.current() == correlation) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse echo = EchoResponse.of(answer, settings.responseHeader(), correlation.id());
        try (CorrelationScope scope = correlation.open()) {
            chain.doFilter(request, echo);
        }
    }

    private @Nullable Correlation of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Correlation known) {
            return known;
        }
        try {
            Correlation fresh = resolver.resolve(name -> HiddenTrace.sent(request, name), trust.isTrusted(request));
            request.setAttribute(ATTRIBUTE, fresh);
            return fresh;
        } catch (RuntimeException failure) {
            warn(failure);
            return null;
        }
    }

    private void warn(RuntimeException failure) {
        if (logged.compareAndSet(false, true)) {
            LOG.warn("finding a request's correlation failed, the request goes on; said once", failure);
        }
    }
}
