// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedSchemeTest {

    private final ClientResolver resolver = new ClientResolver(Networks.parse(List.of("10.0.0.0/8")));
    private final InetAddress proxy = Addresses.parse("10.0.0.1").orElseThrow();
    private final InetAddress stranger = Addresses.parse("192.0.2.1").orElseThrow();

    @Test
    void onlyAProxyOfOursIsBelieved() {
        assertThat(resolver.cameOverHttps(proxy, List.of(), List.of("https"))).isTrue();
        assertThat(resolver.cameOverHttps(stranger, List.of(), List.of("https")))
                .isFalse();
        assertThat(resolver.cameOverHttps(proxy, List.of("for=192.0.2.1;proto=https"), List.of()))
                .isTrue();
        assertThat(resolver.cameOverHttps(stranger, List.of("proto=https"), List.of()))
                .isFalse();
    }

    @Test
    void whatIsNotSaidByAllIsNotSo() {
        assertThat(resolver.cameOverHttps(proxy, List.of(), List.of())).isFalse();
        assertThat(resolver.cameOverHttps(proxy, List.of(), List.of("http"))).isFalse();
        assertThat(resolver.cameOverHttps(proxy, List.of(), List.of("https, http")))
                .isFalse();
        assertThat(resolver.cameOverHttps(proxy, List.of(), List.of("https", "HTTPS")))
                .isTrue();
        assertThat(resolver.cameOverHttps(proxy, List.of("for=192.0.2.1"), List.of()))
                .isFalse();
        assertThat(resolver.cameOverHttps(proxy, List.of("proto=https;proto=https"), List.of()))
                .isFalse();
    }
}
