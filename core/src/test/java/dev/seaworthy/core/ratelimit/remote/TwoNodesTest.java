// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two processes and one store: together they let through what one would. */
class TwoNodesTest {

    @Test
    void shareOneLimitInRedis() throws Exception {
        RealRedis redis = RealRedis.start();
        try {
            assertThat(together(redis.uri(), "redis-nodes")).isEqualTo(Node.LIMIT);
        } finally {
            redis.stop();
        }
    }

    @Test
    void shareOneLimitInPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            assertThat(together(postgres.getJdbcUrl("postgres", "postgres"), "postgres-nodes"))
                    .isEqualTo(Node.LIMIT);
        }
    }

    private static int together(String url, String policy) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Node.class.getName(),
                        url,
                        policy)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            int own = Node.run(url, policy, () -> {
                awaitLine(lines, "ready");
                other.getOutputStream().write('\n');
                other.getOutputStream().flush();
                return null;
            });
            return own + Integer.parseInt(awaitLine(lines, "allowed "));
        } finally {
            other.destroyForcibly();
            other.waitFor();
        }
    }

    private static String awaitLine(BufferedReader lines, String prefix) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new AssertionError("the other node ended without a word");
    }
}
