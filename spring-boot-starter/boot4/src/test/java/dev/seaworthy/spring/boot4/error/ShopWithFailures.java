// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.error;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A plain Boot app with nothing but handlers that fail, on a real port. */
final class ShopWithFailures implements AutoCloseable {

    static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    static final String PROGRAM = "application/json";

    private final ConfigurableApplicationContext context;
    private final URI base;

    private ShopWithFailures(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    static ShopWithFailures with(Class<?>... parts) {
        return start(parts);
    }

    static ShopWithFailures start(Class<?>[] parts, String... properties) {
        Class<?>[] sources =
                Stream.concat(Stream.of(App.class), Arrays.stream(parts)).toArray(Class<?>[]::new);
        return new ShopWithFailures(new SpringApplicationBuilder(sources)
                .properties("server.port=0", "spring.main.banner-mode=off")
                .properties(properties)
                .run());
    }

    /** The answer; each call has a connection of its own, so that no client keeps threads of the server busy. */
    HttpResponse<String> get(String path, String accept) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(base.resolve(path))
                                    .header("Accept", accept)
                                    .build(),
                            BodyHandlers.ofString());
        } catch (Exception unreachable) {
            throw new IllegalStateException("the app did not answer", unreachable);
        }
    }

    static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {

        @RestController
        static class Handlers {

            @GetMapping("/boom")
            String boom() {
                throw new IllegalStateException("secret of the house");
            }

            @GetMapping("/orders/{id}")
            String order(@PathVariable int id) {
                return "order";
            }

            @GetMapping("/gone")
            String gone() {
                throw new Gone();
            }

            @GetMapping("/broken")
            String broken() {
                throw new Broken();
            }

            @GetMapping("/status")
            String status() {
                throw new ResponseStatusException(HttpStatus.CONFLICT, "somebody was quicker");
            }
        }
    }

    @ResponseStatus(code = HttpStatus.GONE, reason = "this order was cancelled")
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ResponseStatus(code = HttpStatus.SERVICE_UNAVAILABLE, reason = "secret of the house")
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
