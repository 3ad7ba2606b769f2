// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import dev.seaworthy.core.validation.text.SafeCharacters;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Looking through a line of ASCII: ours beside the pattern that apps write for a part of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SafeTextBenchmark {

    private static final Pattern NO_CONTROL = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]*");

    @Param({"100", "1000", "10000"})
    int length;

    private String line = "";

    @Setup
    public void write() {
        line = "leave it at the door, please. ".repeat(length / 30 + 1).substring(0, length);
    }

    @Benchmark
    public boolean seaworthy() {
        return SafeCharacters.inOneLine(line);
    }

    @Benchmark
    public boolean pattern() {
        return NO_CONTROL.matcher(line).matches();
    }
}
