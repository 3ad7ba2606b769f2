// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.FieldError.In;
import dev.seaworthy.core.error.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Writing a validation problem with two refused values: ours beside Spring's ProblemDetail through Jackson 3. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProblemBenchmark {

    private static final List<FieldError> ERRORS = List.of(
            new FieldError(In.BODY, "/items/0/quantity", "MIN", "must be at least 1", Map.of("min", 1)),
            new FieldError(In.BODY, "/customer", "EMAIL", "must be an e-mail address", Map.of()));

    private final Problem problem = ErrorDesk.builder()
            .build()
            .refuse(Classification.of(FailureClass.INPUT_INVALID).withErrors(ERRORS), Locale.ENGLISH);
    private final JsonMapper jackson = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();
    private final ProblemDetail detail = detail(problem);

    @Benchmark
    public String seaworthy() {
        return problem.toJson();
    }

    @Benchmark
    public String springProblemDetail() {
        return jackson.writeValueAsString(detail);
    }

    private static ProblemDetail detail(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(problem.type());
        detail.setTitle(problem.title());
        detail.setDetail(problem.detail());
        detail.setInstance(URI.create(problem.instance().toString()));
        detail.setProperty("code", problem.code());
        detail.setProperty("correlationId", "0af7651916cd43dd8448eb211c80319c");
        detail.setProperty("retryable", false);
        detail.setProperty("errors", ERRORS);
        return detail;
    }
}
