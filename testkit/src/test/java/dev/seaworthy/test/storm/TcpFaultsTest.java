// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.test.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpFaultsTest {

    private final StormyService service = StormyService.start();
    private final TcpFaults network = TcpFaults.to("127.0.0.1", service.port());

    @AfterEach
    void stop() {
        network.close();
        service.close();
    }

    @Test
    void everythingPasses() throws IOException {
        service.always(Weather.ok("x".repeat(1_000_000)));
        try (Socket client = connect()) {
            ask(client);
            assertThat(client.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
        }
        assertThat(network.accepted()).isEqualTo(1);
    }

    @Test
    void frozenConnectionsWaitAndGoOn() throws IOException {
        try (Socket client = connect()) {
            ask(client);
            client.getInputStream().readNBytes(10);
            network.freeze();
            ask(client);
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().readNBytes(1_000))
                    .isInstanceOf(SocketTimeoutException.class);
            try (Socket another = connect()) {
                another.setSoTimeout(200);
                ask(another);
                assertThatThrownBy(() -> another.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

                network.pass();

                another.setSoTimeout(10_000);
                assertThat(another.getInputStream().read()).isEqualTo('H');
            }
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isPositive();
        }
        Awaitility.await().until(() -> service.arrived() == 3);
    }

    @Test
    void refusedClientsAreCutOffAndComeBackToTheSamePort() throws IOException {
        try (Socket client = connect()) {
            ask(client);
            assertThat(client.getInputStream().read()).isEqualTo('H');

            network.refuse();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            Awaitility.await().until(() -> isOver(client));
        }
        network.pass();

        try (Socket client = connect()) {
            ask(client);
            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void aResetReachesTheClient() throws IOException {
        service.always(Weather.hang());
        try (Socket client = connect()) {
            ask(client);
            Awaitility.await().until(() -> service.inFlight() == 1);

            network.reset();

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        Awaitility.await().until(() -> service.inFlight() == 0);
    }

    @Test
    void delayedAnswersComeLaterThanTheClientWaits() throws IOException {
        network.delay(Duration.ofSeconds(30));
        try (Socket client = connect()) {
            ask(client);
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        network.delay(Duration.ofMillis(5));
        try (Socket client = connect()) {
            ask(client);
            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void aServerThatIsGoneEndsTheConnection() throws IOException {
        service.close();
        try (Socket client = connect()) {
            Awaitility.await().until(() -> isOver(client));
        }
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", network.port());
    }

    private static void ask(Socket client) throws IOException {
        client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isOver(Socket client) {
        try {
            client.setSoTimeout(1_000);
            client.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException goesOn) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
