// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.TraceParent;
import dev.seaworthy.core.logging.request.RequestLog;
import dev.seaworthy.core.logging.request.RequestLogSettings;
import dev.seaworthy.core.logging.request.RequestSummary;
import dev.seaworthy.core.telemetry.Telemetry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.LoggerFactory;

/** What a request pays for its line, MDC work included: everything but the appender. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequestLineBenchmark {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Correlation correlation =
            new Correlation(new CorrelationId(TRACE), new TraceParent(TRACE, "b7ad6b7169203331", true), null);
    private final RequestLog log = new RequestLog(RequestLogSettings.withDefaults(), new Telemetry());

    @Setup
    public void withoutAppender() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.INFO);
    }

    @Benchmark
    public void line() {
        try (CorrelationScope scope = correlation.open()) {
            log.write(new RequestSummary(
                    "GET",
                    "/api/orders/{id}",
                    "/api/orders/42",
                    200,
                    1_234_567,
                    -1,
                    512,
                    "203.0.113.0/24",
                    "ada",
                    correlation,
                    null,
                    null,
                    null));
        }
    }
}
