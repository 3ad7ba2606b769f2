// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.stereotype.Component;

@Component
class ThrowingFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && http.getRequestURI().equals("/conformance/filter-exception")) {
            throw new IllegalStateException(Secrets.in(request.getParameter("secret")));
        }
        chain.doFilter(request, response);
    }
}
