// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.validation;

import dev.seaworthy.core.validation.budget.BodyPace;
import dev.seaworthy.core.validation.budget.RequestBudget;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * How much of a request is taken in.
 *
 * @param enabled whether requests are kept within a budget
 * @param maxBody the longest body, declared or streamed
 * @param maxMultipart the longest body of several parts; where it is not set, that of max-body or of
 *     {@code spring.servlet.multipart.max-request-size}, whichever is longer
 * @param maxUri the longest request target, query included, in characters
 * @param maxHeaders the most header fields
 * @param maxHeaderBytes the most characters in all names and values of header fields together
 * @param methods methods that are served; all where none is named
 * @param hosts hosts that are served, without port; all where none is named
 * @param minBodyRate a body that comes slower than so many bytes per second is cut off; 0 lets it come as slowly as it likes
 * @param bodyGrace for so long the rate of a body is not looked at
 * @param maxBodyReaders so many requests may wait for their bodies at a time; where it is not set, a quarter of the
 *     server's threads
 */
@ConfigurationProperties("seaworthy.validation")
record RequestBudgetProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30000000B") DataSize maxBody,
        @Nullable DataSize maxMultipart,
        @DefaultValue("8192") int maxUri,
        @DefaultValue("100") int maxHeaders,
        @DefaultValue("32768") int maxHeaderBytes,
        @DefaultValue Set<String> methods,
        @DefaultValue Set<String> hosts,
        @DefaultValue("240") long minBodyRate,
        @DefaultValue("5s") Duration bodyGrace,
        @Nullable Integer maxBodyReaders) {

    private static final int THREADS_BY_DEFAULT = 200;

    RequestBudget budget(Environment environment) {
        return new RequestBudget(
                maxBody.toBytes(),
                maxMultipart == null ? longer(environment) : maxMultipart.toBytes(),
                maxUri,
                maxHeaders,
                maxHeaderBytes,
                methods,
                hosts,
                new BodyPace(minBodyRate, bodyGrace, maxBodyReaders == null ? readers(environment) : maxBodyReaders));
    }

    private long longer(Environment environment) {
        DataSize ofSpring = Binder.get(environment)
                .bind("spring.servlet.multipart.max-request-size", DataSize.class)
                .orElse(null);
        if (ofSpring == null) {
            return maxBody.toBytes();
        }
        return ofSpring.isNegative() ? Long.MAX_VALUE : Math.max(maxBody.toBytes(), ofSpring.toBytes());
    }

    /** Virtual threads come without a pool, and so without a number to take a quarter of. */
    private static int readers(Environment environment) {
        if (environment.getProperty("spring.threads.virtual.enabled", Boolean.class, false)) {
            return THREADS_BY_DEFAULT;
        }
        Integer tomcat = environment.getProperty("server.tomcat.threads.max", Integer.class);
        int threads = tomcat != null
                ? tomcat
                : environment.getProperty("server.jetty.threads.max", Integer.class, THREADS_BY_DEFAULT);
        return Math.max(1, threads / 4);
    }
}
