// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.demo;

import dev.seaworthy.example.shop.payment.ProviderAddress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.async.DeferredResult;

/** Makes the real mistakes that code makes: none of these exceptions is built by hand. */
@Profile("demo")
@RestController
@RequestMapping("/demo/fail")
class FailController {

    private static final long ASYNC_TIMEOUT_MILLIS = 500;

    private final RestClient provider;

    FailController(RestClient.Builder builder, ProviderAddress address) {
        this.provider = builder.baseUrl(address.uri()).build();
    }

    @GetMapping("/runtime")
    String runtime() {
        return List.of("tea", "coffee").get(2);
    }

    @GetMapping("/checked")
    String checked() throws IOException {
        return Files.readString(Path.of("price-list-of-last-year.csv"));
    }

    /** Tea is a drink, and a drink is tea: the path has no beginning, and the stack an end. */
    @GetMapping("/error")
    String error() {
        return path("tea", Map.of("tea", "drinks", "drinks", "tea"));
    }

    @GetMapping("/send-error")
    void sendError(HttpServletResponse response) throws IOException {
        response.sendError(418, "the kettle on rack 7 is a teapot");
    }

    @GetMapping("/async")
    CompletableFuture<Integer> async() {
        return CompletableFuture.supplyAsync(() -> Integer.parseInt("two pounds of tea"));
    }

    @GetMapping("/async-timeout")
    DeferredResult<String> asyncTimeout() {
        return new DeferredResult<>(ASYNC_TIMEOUT_MILLIS);
    }

    @GetMapping("/committed")
    void committed(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter().write("the first half of the report\n");
        response.flushBuffer();
        response.getWriter().write(List.of("one page").get(1));
    }

    @GetMapping("/upstream-401")
    String upstream401() {
        return String.valueOf(provider.get().uri("/account").retrieve().body(String.class));
    }

    private static String path(String category, Map<String, String> parents) {
        String parent = parents.get(category);
        return parent == null ? category : path(parent, parents) + "/" + category;
    }
}
