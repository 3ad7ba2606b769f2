// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationId;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.TraceParent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.MDC;

/** Opening and closing a scope with three ids, beside three bare {@code MDC.putCloseable} that cannot nest or restore. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CorrelationBenchmark {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final Correlation correlation =
            new Correlation(new CorrelationId(TRACE), new TraceParent(TRACE, SPAN, true), null);

    @Benchmark
    public String seaworthy() {
        try (CorrelationScope ignored = correlation.open()) {
            return MDC.get(Correlation.MDC_CORRELATION_ID);
        }
    }

    @Benchmark
    public String bareMdc() {
        try (MDC.MDCCloseable id = MDC.putCloseable("correlationId", TRACE);
                MDC.MDCCloseable trace = MDC.putCloseable("traceId", TRACE);
                MDC.MDCCloseable span = MDC.putCloseable("spanId", SPAN)) {
            return MDC.get("correlationId");
        }
    }
}
