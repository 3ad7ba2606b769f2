// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.app.ConformanceApp;
import dev.seaworthy.core.alert.Alert;
import dev.seaworthy.core.alert.Notice;
import dev.seaworthy.test.alert.RecordingAlerts;
import dev.seaworthy.test.http.RawHttp;
import dev.seaworthy.test.storm.TcpFaults;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A database that goes away and comes back, and bugs that are too many, as the team hears of them. */
@SpringBootTest(
        classes = {ConformanceApp.class, AlertsTest.Sinks.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "seaworthy.alert.resolve-after=0s",
            "seaworthy.alert.thresholds.bug=3",
            "spring.datasource.hikari.connection-timeout=500",
            "spring.datasource.hikari.validation-timeout=250"
        })
@DirtiesContext
class AlertsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final DatabaseServer DATABASE = DatabaseServer.start();
    private static final TcpFaults NETWORK = TcpFaults.to("localhost", DATABASE.port());

    @Autowired
    private RecordingAlerts told;

    @LocalServerPort
    private int port;

    @TestConfiguration
    static class Sinks {

        @Bean
        RecordingAlerts recordingAlerts() {
            return new RecordingAlerts();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:tcp://localhost:" + NETWORK.port() + "/mem:alerts;DB_CLOSE_DELAY=-1");
    }

    @AfterAll
    static void stop() {
        NETWORK.close();
        DATABASE.stop();
    }

    @BeforeEach
    void forget() {
        told.clear();
    }

    @Test
    void aLostDatabaseIsToldOnceAndToldToBeBack() {
        assertThat(useDatabase()).isEqualTo(409);

        NETWORK.refuse();
        for (int i = 0; i < 5; i++) {
            assertThat(useDatabase()).isGreaterThanOrEqualTo(500);
        }
        Alert lost = told.awaitRaised("DATABASE_UNAVAILABLE", LIMIT);
        assertThat(lost.severity()).isEqualTo(Alert.Severity.CRITICAL);

        NETWORK.pass();
        Notice over = told.awaitResolved("DATABASE_UNAVAILABLE", LIMIT);
        assertThat(over.alert().text()).startsWith("Resolved after ");
        assertThat(over.silenced()).isPositive();
        assertThat(told.raised())
                .filteredOn(alert -> alert.code().equals("DATABASE_UNAVAILABLE"))
                .hasSize(1);
        assertThat(useDatabase()).isEqualTo(409);
    }

    @Test
    void bugsAreToldWhenTheyAreAsManyAsTheThresholdSays() {
        for (int i = 0; i < 2; i++) {
            assertThat(request("GET", "/conformance/runtime-exception")).isEqualTo(500);
        }
        assertThat(told.notices()).isEmpty();

        request("GET", "/conformance/runtime-exception");

        assertThat(told.awaitRaised("INTERNAL_ERROR_RATE", LIMIT).text()).endsWith(", 3 or more within 60 s");
    }

    private int useDatabase() {
        return request("POST", "/conformance/unique-violation/template");
    }

    private int request(String method, String path) {
        return new RawHttp(URI.create("http://localhost:" + port), LIMIT)
                .exchange(
                        method + " " + path
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                        false)
                .status();
    }
}
