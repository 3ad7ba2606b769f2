// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.correlation.Correlation;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.MDC;

/** Stands before all other filters and counts the threads that come, or are given back, with something of another request. */
public final class CleanThreads implements Filter {

    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong dirty = new AtomicLong();

    /** Has seen nothing yet. */
    public CleanThreads() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        look();
        try {
            chain.doFilter(request, response);
        } finally {
            look();
        }
    }

    private void look() {
        looks.incrementAndGet();
        if (Correlation.current() != null || MDC.get(Correlation.MDC_CORRELATION_ID) != null) {
            dirty.incrementAndGet();
        }
    }

    /** Fails where it has seen no thread, or one with something of another request. */
    public void assertClean() {
        assertThat(looks.get()).as("looks at threads").isPositive();
        assertThat(dirty.get()).as("threads with something of another request").isZero();
    }
}
