// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import dev.seaworthy.core.logging.JsonLogEncoder;
import java.util.concurrent.TimeUnit;
import net.logstash.logback.encoder.LogstashEncoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** One event as one line of JSON: ours, redaction included, beside three that mask nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogEncodingBenchmark {

    private final LoggerContext context = LogEvents.context();
    private final ILoggingEvent clean = LogEvents.event(context, "tomorrow");
    private final ILoggingEvent secret = LogEvents.event(context, "with card 4111111111111111 and password=hunter2");
    private final Encoder<ILoggingEvent> seaworthy = started(new JsonLogEncoder());
    private final Encoder<ILoggingEvent> logstash = started(new LogstashEncoder());
    private final Encoder<ILoggingEvent> logback = started(new JsonEncoder());
    private final Encoder<ILoggingEvent> boot = started(boot());

    @Benchmark
    public byte[] seaworthy() {
        return seaworthy.encode(clean);
    }

    @Benchmark
    public byte[] seaworthyWithSecrets() {
        return seaworthy.encode(secret);
    }

    @Benchmark
    public byte[] logstashLogbackEncoder() {
        return logstash.encode(clean);
    }

    @Benchmark
    public byte[] springBootEcs() {
        return boot.encode(clean);
    }

    @Benchmark
    public byte[] logbackJsonEncoder() {
        return logback.encode(clean);
    }

    private Encoder<ILoggingEvent> boot() {
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setFormat("ecs");
        return encoder;
    }

    private Encoder<ILoggingEvent> started(Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
