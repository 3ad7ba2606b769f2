// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/conformance")
class BugController {

    @GetMapping({"/runtime-exception", "/head", "/html", "/xml"})
    String runtime(@RequestParam(name = "secret", required = false) @Nullable String secret) {
        throw new IllegalStateException(Secrets.in(secret));
    }

    @GetMapping("/checked-exception")
    String checked(@RequestParam("secret") String secret) throws Exception {
        throw new Exception(Secrets.in(secret));
    }

    @GetMapping("/checked-exception/io")
    String io(@RequestParam("secret") String secret) throws IOException {
        throw new FileNotFoundException(Secrets.in(secret));
    }

    @GetMapping("/java-error/assertion")
    String assertion(@RequestParam("secret") String secret) {
        throw new AssertionError(Secrets.in(secret));
    }

    @SuppressWarnings("InfiniteRecursion")
    @GetMapping("/java-error/stack-overflow")
    String overflow() {
        return overflow() + overflow();
    }

    @GetMapping("/send-error")
    void sendError(@RequestParam("secret") String secret, HttpServletResponse response) throws IOException {
        response.sendError(418, Secrets.in(secret));
    }
}
