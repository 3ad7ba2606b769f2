// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.mock;

import dev.seaworthy.servlet.error.ErrorFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Keeps the error filter away from what passes under MockMvc, and only there. */
public final class MockMvcFilter implements Filter {

    private final ErrorFilter filter;
    private final MockMvcFailures failures;

    /** Stands in for the filter. */
    public MockMvcFilter(ErrorFilter filter, MockMvcFailures failures) {
        this.filter = filter;
        this.failures = failures;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!failures.concerns(request)) {
            filter.doFilter(request, response, chain);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (Throwable failure) {
            if (failures.passes(request, failure)) {
                throw failure;
            }
            filter.doFilter(request, response, (again, answer) -> {
                throw failure;
            });
        }
    }
}
