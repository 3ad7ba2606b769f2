// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.core.logging.LogFields;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the user into the MDC of the request, and leaves it for the request's line. Register it inside of the app's
 * authentication: what stands further out cannot see who was let in. Thread-safe.
 */
public final class UserFilter implements Filter {

    private final UserIds users;

    /**
     * A filter.
     *
     * @param hashKey the key under which e-mail addresses are hashed, {@link
     *     dev.seaworthy.core.redact.RedactSettings#MIN_KEY} characters or more; null for one that a restart changes
     */
    public UserFilter(UserContext context, @Nullable String hashKey) {
        this.users = new UserIds(context, hashKey);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String user = request instanceof HttpServletRequest http ? users.of(http) : null;
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        String before = MDC.get(LogFields.MDC_USER_ID);
        MDC.put(LogFields.MDC_USER_ID, user);
        try {
            chain.doFilter(request, response);
        } finally {
            if (before == null) {
                MDC.remove(LogFields.MDC_USER_ID);
            } else {
                MDC.put(LogFields.MDC_USER_ID, before);
            }
        }
    }
}
