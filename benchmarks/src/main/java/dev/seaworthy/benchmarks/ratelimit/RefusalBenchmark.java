// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks.ratelimit;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.LimitKey;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.RateLimiter;
import dev.seaworthy.core.ratelimit.RateLimiters;
import dev.seaworthy.core.ratelimit.Window;
import dev.seaworthy.core.ratelimit.http.FieldVersion;
import dev.seaworthy.core.ratelimit.http.RateLimitFields;
import dev.seaworthy.core.ratelimit.http.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
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
import org.openjdk.jmh.infra.Blackhole;

/** A refusal of somebody who floods: the decision, the fields, the report to the desk, and the body as bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RefusalBenchmark {

    private final LimitKey flooder = LimitKey.everybody();
    private final RateLimiter limiter = RateLimiters.builder()
            .policy(Policy.of("orders", Window.of(1, Duration.ofDays(1))))
            .build()
            .get("orders");
    private final ErrorDesk desk = ErrorDesk.builder().build();
    private final Refusals refusals = new Refusals();
    private final RateLimitFields fields = new RateLimitFields(FieldVersion.DRAFT_10, false);

    @Benchmark
    public void refusal(Blackhole out) {
        if (limiter.tryAcquire(flooder) instanceof Refused refused) {
            long seconds = refusals.retryAfterSeconds(refused);
            fields.tell(refused, seconds, (name, value) -> out.consume(value));
            out.consume(desk.refuse(refusals.classify(refused, seconds), Locale.ENGLISH)
                    .toJson()
                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
