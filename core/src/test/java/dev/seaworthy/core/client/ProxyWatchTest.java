// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.telemetry.Telemetry;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyWatchTest {

    private static final InetAddress INSIDE = address("10.0.3.7");
    private static final InetAddress OUTSIDE = address("198.51.100.7");

    private final Telemetry telemetry = new Telemetry();
    private final ProxyWatch watch = new ProxyWatch(Networks.none(), telemetry);

    @Test
    void unknownProxyIsSaidOnceWithThePropertyToPaste() {
        watch.saw(INSIDE, "203.0.113.1");
        watch.saw(INSIDE, "203.0.113.1");
        watch.saw(address("10.0.3.8"), "203.0.113.1");

        assertThat(watch.warnings())
                .singleElement()
                .asString()
                .endsWith("seaworthy.client.trusted-proxies=10.0.3.7/32");
        assertThat(telemetry.total("seaworthy.client.suspicious")).isEqualTo(1);
    }

    @Test
    void manyClientsBehindOnePeerAreSaidOnce() {
        for (int i = 0; i < 200; i++) {
            watch.saw(OUTSIDE, "203.0.113." + i);
        }
        assertThat(watch.warnings()).singleElement().asString().startsWith("one peer, 198.51.100.7, forwards for many");
    }

    @Test
    void oneForgerWithOneAddressIsNoProxy() {
        for (int i = 0; i < 200; i++) {
            watch.saw(OUTSIDE, "203.0.113.1");
        }
        assertThat(watch.warnings()).isEmpty();
    }

    @Test
    void trustingEverybodyIsSaidAtOnce() {
        for (String everybody : List.of("0.0.0.0/0", "::/0")) {
            assertThat(new ProxyWatch(Networks.parse(List.of(everybody)), telemetry).warnings())
                    .singleElement()
                    .asString()
                    .startsWith("seaworthy.client.trusted-proxies holds");
        }
    }

    @Test
    void trustedProxiesAreNoNews() {
        ProxyWatch trusting = new ProxyWatch(Networks.parse(List.of("10.0.0.0/8")), telemetry);
        for (int i = 0; i < 200; i++) {
            trusting.saw(INSIDE, "203.0.113." + i);
        }
        assertThat(trusting.warnings()).isEmpty();
        assertThat(trusting.mayBeUnknownProxy(INSIDE, true)).isFalse();
    }

    @Test
    void onlyAPrivatePeerThatForwardsMayBeAProxyNobodyToldUsOf() {
        assertThat(watch.mayBeUnknownProxy(INSIDE, true)).isTrue();
        assertThat(watch.mayBeUnknownProxy(INSIDE, false)).isFalse();
        assertThat(watch.mayBeUnknownProxy(OUTSIDE, true)).isFalse();
        assertThat(ProxyWatch.closed().mayBeUnknownProxy(INSIDE, true)).isFalse();
    }

    @Test
    void floodOfPeersIsNotRemembered() {
        for (int i = 0; i < 10 * ProxyWatch.MAX_PEERS; i++) {
            for (int j = 0; j < 3; j++) {
                watch.saw(address("198.51.100." + i), "203.0.113." + j);
            }
        }
        for (int i = 0; i < 200; i++) {
            watch.saw(address("192.0.2.1"), "203.0.113." + i);
        }
        assertThat(watch.warnings())
                .as("the peer that came too late is not looked at")
                .isEmpty();
    }

    @Test
    void groupsAndMasksByTheBits() {
        Grouping grouping = Grouping.withDefaults();
        assertThat(grouping.of(address("2001:db8:1:2:3::4"))).hasToString("2001:db8:1:2:0:0:0:0/64");
        assertThat(grouping.of(address("::ffff:203.0.113.7"))).hasToString("203.0.113.7/32");
        assertThat(grouping.of(address("64:ff9b::cb00:7107"))).hasToString("203.0.113.7/32");
        assertThat(Addresses.masked(address("203.0.113.7"))).isEqualTo("203.0.113.0/24");
        assertThat(Addresses.masked(address("::ffff:203.0.113.7"))).isEqualTo("203.0.113.0/24");
        assertThat(Addresses.masked(address("2001:db8:1:2:3::4"))).isEqualTo("2001:db8:1:0:0:0:0:0/48");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouping(33, 64))
                .withMessage("client grouping of IPv4 must be 8 to 32 bits, got '33'; write for example 32");
    }

    private static InetAddress address(String literal) {
        return Addresses.parse(literal).orElseThrow();
    }
}
