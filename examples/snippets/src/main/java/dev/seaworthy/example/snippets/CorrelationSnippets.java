// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.correlation.Correlation;
import dev.seaworthy.core.correlation.CorrelationResolver;
import dev.seaworthy.core.correlation.CorrelationScope;
import dev.seaworthy.core.correlation.CorrelationSettings;
import dev.seaworthy.core.correlation.Propagation;
import dev.seaworthy.core.telemetry.Telemetry;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Code of {@code docs/correlation.md}. */
final class CorrelationSnippets {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationSnippets.class);

    private CorrelationSnippets() {}

    // region controller
    @RestController
    static class WhoAmI {

        @GetMapping("/whoami")
        Map<String, String> whoAmI() {
            LOG.info("the log line has the ids too");
            return new TreeMap<>(MDC.getCopyOfContextMap());
        }
    }
    // end

    static void plainProgram(Runnable nightlyExport) {
        // region plain
        CorrelationResolver correlations =
                new CorrelationResolver(CorrelationSettings.withDefaults(), new Telemetry(), () -> null);
        try (CorrelationScope scope = correlations.fresh().open()) {
            nightlyExport.run();
        }
        // end
    }

    static CompletableFuture<Integer> threads(ExecutorService workers, HttpClient http) {
        // region threads
        ExecutorService carrying = Propagation.executorService(workers);
        HttpClient client = Propagation.httpClient(http);
        CompletableFuture<Integer> price = CompletableFuture.supplyAsync(
                () -> {
                    LOG.info("same ids as the request, on another thread");
                    return 42;
                },
                carrying);
        // end
        LOG.debug("sends the ids: {}", client.version());
        return price;
    }

    static void otherClients(HttpURLConnection connection) {
        // region inject
        Propagation.inject(connection::setRequestProperty);
        // end
    }

    static void bad(Executor executor, Runnable work, String fromClient) {
        // region bad
        MDC.put("correlationId", fromClient); // a line break in it forges a log line
        try {
            executor.execute(work); // runs without the ids
        } finally {
            MDC.clear(); // takes away what others put there
        }
        // end
    }

    static void good(Executor executor, Runnable work, Correlation correlation) {
        // region good
        try (CorrelationScope scope = correlation.open()) {
            Propagation.executor(executor).execute(work);
        }
        // end
    }
}
