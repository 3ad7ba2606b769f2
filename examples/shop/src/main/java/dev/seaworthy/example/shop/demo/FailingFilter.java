// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter that takes for granted that every client sends its version. */
@Profile("demo")
@Component
class FailingFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/demo/fail/filter");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int version = Integer.parseInt(String.valueOf(request.getHeader("X-Client-Version")));
        request.setAttribute("clientVersion", version);
        chain.doFilter(request, response);
    }
}
