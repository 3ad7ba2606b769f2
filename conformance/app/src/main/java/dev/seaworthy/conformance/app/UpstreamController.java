// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Calls a service that answers whatever status it is asked for; both are in this app, with real HTTP in between. */
@RestController
class UpstreamController implements DisposableBean {

    private final HttpServer service;
    private final RestClient client = RestClient.create();

    UpstreamController() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = ("{\"token\":\"" + Secrets.in("upstream") + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Upstream", "payments/7");
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"payments\"");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @GetMapping("/conformance/upstream/{status}")
    @Nullable
    String call(@PathVariable("status") int status) {
        return client.get()
                .uri("http://localhost:" + service.getAddress().getPort() + "/" + status)
                .retrieve()
                .body(String.class);
    }

    @Override
    public void destroy() {
        service.stop(0);
    }
}
