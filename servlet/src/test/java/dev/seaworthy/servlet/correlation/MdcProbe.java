// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/** Stands outside of the filter under test and notes what it left in the MDC. */
final class MdcProbe implements Filter {

    private final BlockingQueue<Map<String, String>> passed = new LinkedBlockingQueue<>();
    private Map<String, String> left = Map.of();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        MDC.put("outer", "kept");
        try {
            chain.doFilter(request, response);
        } finally {
            if (first) {
                passed.add(MDC.getCopyOfContextMap());
            }
            MDC.remove("outer");
        }
    }

    boolean passed(long millis) throws InterruptedException {
        Map<String, String> next = passed.poll(millis, TimeUnit.MILLISECONDS);
        if (next != null) {
            left = next;
        }
        return next != null;
    }

    Map<String, String> left() {
        return left;
    }
}
