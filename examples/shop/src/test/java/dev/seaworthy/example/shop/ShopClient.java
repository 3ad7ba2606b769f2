// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A customer with a real socket. */
record ShopClient(URI shop) {

    static final String GOOD_ORDER = """
            {"customer":"ada@example.com","items":[{"sku":"TEA-1","quantity":2}],"note":"leave at the door"}""";

    static final String ORDER_WITHOUT_NOTE = """
            {"customer":"ada@example.com","items":[{"sku":"MUG-1","quantity":1},{"sku":"TEA-1","quantity":2}]}""";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static ShopClient on(int port) {
        return new ShopClient(URI.create("http://localhost:" + port));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer order(String json, String... headers) {
        return post("/api/orders", json, headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), headers);
    }

    Answer provider(String mode) {
        return send("PUT", "/demo/provider", BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}"));
    }

    private Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.resolve(path))
                .method(method, body)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
