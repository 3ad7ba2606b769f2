// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
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

    @Test
    void aSwitchIsThrownOverHttpAndTeachesWhatCanBeWritten() throws Exception {
        try (ConfigurableApplicationContext app = SpringApplication.run(
                App.class, "--server.port=0", "--management.endpoints.web.exposure.include=seaworthy")) {
            HttpResponse<String> changed = post(app, "/actuator/seaworthy/harbour/crane", "lift");
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(changed.body()).contains("\"subject\":\"crane\"", "\"now\":\"lift\"");
            assertThat(post(app, "/actuator/seaworthy/harbour/boat", "lift").statusCode())
                    .isEqualTo(404);
            assertThat(post(app, "/actuator/seaworthy/attic/crane", "lift").statusCode())
                    .isEqualTo(404);
            assertThat(post(app, "/actuator/seaworthy/harbour/crane", "drop").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void bootsOwnRuleMakesTheSwitchesReadOnly() throws Exception {
        try (ConfigurableApplicationContext app = SpringApplication.run(
                App.class,
                "--server.port=0",
                "--management.endpoints.web.exposure.include=seaworthy",
                "--management.endpoint.seaworthy.access=read-only")) {
            assertThat(post(app, "/actuator/seaworthy/harbour/crane", "lift").statusCode())
                    .isBetween(404, 405);
            assertThat(get(app, "/actuator/seaworthy/error").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext app, String path, String mode)
            throws Exception {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"mode\":\"" + mode + "\"}"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext app, String path) throws Exception {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        URI uri = URI.create("http://localhost:" + port + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {

        @Bean
        RoomSwitch harbour() {
            return new RoomSwitch() {
                @Override
                public String room() {
                    return "harbour";
                }

                @Override
                public Set<String> modes() {
                    return Set.of("lift", "lower");
                }

                @Override
                public String change(String subject, String mode) {
                    return subject.equals("crane") ? mode : null;
                }
            };
        }
    }
}
