// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.AnswerKind;
import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.csp.Nonces;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.servlet.client.CallerScheme;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sets the security headers before the chain runs, so that nothing can be answered without them, and corrects them when the
 * type of the answer becomes known. What the app sets itself wins; each header is sent once. Register it for all dispatcher
 * types with async support, outside of what answers errors. Thread-safe.
 */
public final class HeadersFilter implements Filter {

    /** The request attribute with the nonce of a page whose profile has one: {@code <script nonce="${cspNonce}">}. */
    public static final String NONCE_ATTRIBUTE = "cspNonce";

    static final String RESPONSE_ATTRIBUTE = "dev.seaworthy.servlet.headers.response";

    private final HeaderPlan plan;
    private final CallerScheme scheme;
    private final Map<HeaderSettings, Wanted> wanted = new IdentityHashMap<>();
    private final AtomicBoolean sawHttps = new AtomicBoolean();

    /** Sets what the plan says. */
    public HeadersFilter(HeaderPlan plan, CallerScheme scheme) {
        this(plan, scheme, Set.of());
    }

    /**
     * Sets what the plan says, and lets somebody further in, who writes only what is not there yet, replace some of it.
     *
     * @param hidden names of headers that the chain is told are missing
     */
    public HeadersFilter(HeaderPlan plan, CallerScheme scheme, Set<String> hidden) {
        this.plan = plan;
        this.scheme = scheme;
        Nonces nonces = new Nonces();
        plan.phases().values().forEach(settings -> wanted.put(settings, Wanted.of(settings, nonces, hidden)));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)
                || response instanceof HttpServletResponseWrapper wrapper
                        && wrapper.isWrapperFor(HeadersResponse.class)) {
            chain.doFilter(request, response);
            return;
        }
        HeadersResponse headers = begin(http, answer);
        chain.doFilter(headers.storesNothing() ? new FreshRequest(http) : http, headers);
        if (!http.isAsyncStarted()) {
            headers.beforeBody();
        }
    }

    private HeadersResponse begin(HttpServletRequest request, HttpServletResponse response) {
        boolean secure = scheme.isHttps(request);
        if (secure && !sawHttps.get()) {
            sawHttps.set(true);
        }
        HeadersResponse before =
                request.getAttribute(RESPONSE_ATTRIBUTE) instanceof HeadersResponse known ? known : null;
        Wanted now = before == null ? now() : before.wanted();
        HeadersResponse headers = new HeadersResponse(request, response, now, secure);
        headers.begin(now.pinned(path(request)), asked(request), before);
        request.setAttribute(RESPONSE_ATTRIBUTE, headers);
        return headers;
    }

    private Wanted now() {
        return Objects.requireNonNull(wanted.get(plan.now()), "a plan keeps to its own settings");
    }

    private static AnswerKind asked(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        String accept = destination == null ? request.getHeader("Accept") : null;
        return AnswerKind.asked(destination == null ? "" : destination, accept == null ? "" : accept);
    }

    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /**
     * Chooses another profile for the answer to this request, in place of what path and type say. Has no effect once the
     * answer is committed, or where no such filter runs.
     */
    public static void use(HttpServletRequest request, HeaderProfile profile) {
        if (request.getAttribute(RESPONSE_ATTRIBUTE) instanceof HeadersResponse headers) {
            headers.pin(profile);
        }
    }

    /** Whether a request over https has been seen so far; without one, nobody has ever been told about https. */
    public boolean hasSeenHttps() {
        return sawHttps.get();
    }
}
