// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class SeaworthyEndpointTest {

    @Test
    void roomsAnswerOverHttp() throws Exception {
        try (ConfigurableApplicationContext app = SpringApplication.run(
                App.class, "--server.port=0", "--management.endpoints.web.exposure.include=seaworthy")) {
            assertThat(get(app, "/actuator/seaworthy").body())
                    .contains("\"room\":\"error\"", "\"room\":\"correlation\"");
            assertThat(get(app, "/actuator/seaworthy/error").body()).contains("\"invalid-status\":\"400\"");
            assertThat(get(app, "/actuator/seaworthy/attic").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext app, String path) throws Exception {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        URI uri = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}
}
