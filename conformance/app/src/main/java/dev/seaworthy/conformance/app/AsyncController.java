// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

@RestController
@RequestMapping("/conformance/async")
class AsyncController {

    private static final long SOON = 100;

    @GetMapping("/callable")
    Callable<String> callable(@RequestParam("secret") String secret) {
        return () -> {
            throw new IllegalStateException(Secrets.in(secret));
        };
    }

    @GetMapping("/timeout")
    DeferredResult<String> timeout() {
        return new DeferredResult<>(SOON);
    }

    @GetMapping("/future")
    CompletableFuture<String> future(@RequestParam("secret") String secret) {
        return CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException(Secrets.in(secret));
        });
    }
}
