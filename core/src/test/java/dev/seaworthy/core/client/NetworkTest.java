// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0",
        "10.0.0.0/8, 10.255.255.255",
        "10.0.0.0/8, ::ffff:10.1.2.3",
        "10.0.0.0/8, 64:ff9b::10.1.2.3",
        "0.0.0.0/0, 203.0.113.9",
        "192.0.2.128/25, 192.0.2.128",
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1/32, 192.0.2.1",
        "172.16.0.0/12, 172.31.255.255",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::/33, 2001:db8:7fff::1",
        "::/0, 2001:db8::1",
        "::1, ::1",
        "[2001:db8::]/32, 2001:db8::5",
        "::ffff:10.0.0.0/104, 10.9.9.9",
        "::ffff:0:0/96, 203.0.113.9"
    })
    void holds(String network, String address) {
        assertThat(Network.parse(network).contains(Addresses.parse(address).orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 11.0.0.0",
        "10.0.0.0/8, 9.255.255.255",
        "10.0.0.0/8, ::10.1.2.3",
        "10.0.0.0/8, 0a00::1",
        "192.0.2.128/25, 192.0.2.127",
        "192.0.2.1, 192.0.2.2",
        "172.16.0.0/12, 172.32.0.0",
        "2001:db8::/33, 2001:db8:8000::",
        "0.0.0.0/0, ::1",
        "::/0, 10.0.0.1",
        "::/0, ::ffff:10.0.0.1",
        "::/0, 64:ff9b::10.0.0.1",
        "::1, ::2"
    })
    void doesNotHold(String network, String address) {
        assertThat(Network.parse(network).contains(Addresses.parse(address).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "localhost",
                "localhost/8",
                "10/8",
                "10.0.0.0/",
                "10.0.0.0/a",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/+8",
                "10.0.0.0/8/8",
                "10.0.0.0/٨",
                " 10.0.0.0/8",
                "10.0.0.0 /8",
                "10.0.0.0/8 ",
                "10.0.0.0/1234"
            })
    void otherNotationsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse(text))
                .withMessage("network is not in CIDR notation, got '" + text
                        + "'; write for example 10.0.0.0/8 or 2001:db8::/32, never a host name");
    }

    @Test
    void messagesTeach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse("10.1.0.1/8"))
                .withMessage("network has bits set behind its prefix, got '10.1.0.1/8'; write 10.0.0.0/8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse("10.0.0.0/33"))
                .withMessage("network prefix length must be 0 to 32, got '33'; write for example 10.0.0.0/8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse("2001:db8::/129"))
                .withMessage("network prefix length must be 0 to 128, got '129'; write for example 10.0.0.0/8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse("::ffff:0:0/64"))
                .withMessage("network mixes IPv4 and IPv6, got '::ffff:0:0/64'; write the IPv4 network, for example"
                        + " 10.0.0.0/8");
    }

    @Test
    void nat64PrefixIsRefusedAndNeverBecomesAllOfIpv4() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.parse("64:ff9b::/96"))
                .withMessage("network lies in the NAT64 prefix, whose addresses are compared as IPv4, got"
                        + " '64:ff9b:0:0:0:0:0:0/96'; write the IPv4 network");
    }

    @Test
    void baseLosesZoneAndClothes() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        Network network = new Network(Inet6Address.getByAddress(null, mapped, -1), 8);
        assertThat(network).isEqualTo(Network.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
    }

    @Test
    void randomNetworksAgreeWithArithmetic() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("NetworkTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            int bytes = random.nextBoolean() ? 4 : 16;
            int prefix = random.nextInt(bytes * 8 + 1);
            BigInteger base = new BigInteger(bytes * 8, random);
            base = base.shiftRight(bytes * 8 - prefix).shiftLeft(bytes * 8 - prefix);
            InetAddress first = address(base, bytes);
            if (!Addresses.unwrap(first).equals(first) || first.getAddress().length != bytes) {
                continue;
            }
            Network network = new Network(first, prefix);
            BigInteger other = base.xor(new BigInteger(random.nextInt(bytes * 8 + 1), random));
            boolean expected = other.shiftRight(bytes * 8 - prefix).equals(base.shiftRight(bytes * 8 - prefix));
            InetAddress candidate = address(other, bytes);
            if (Addresses.unwrap(candidate).getAddress().length == bytes) {
                assertThat(network.contains(candidate))
                        .as("seed %s, %s in %s", seed, candidate, network)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void networksHoldWhatOneOfThemHolds() {
        Networks networks = Networks.parse(List.of("10.0.0.0/8", "2001:db8::/32"));
        assertThat(networks.contains(Addresses.parse("10.1.1.1").orElseThrow())).isTrue();
        assertThat(networks.contains(Addresses.parse("2001:db8::9").orElseThrow()))
                .isTrue();
        assertThat(networks.contains(Addresses.parse("11.1.1.1").orElseThrow())).isFalse();
        assertThat(networks).isEqualTo(Networks.of(networks.all()));
        assertThat(networks.isEmpty()).isFalse();
    }

    @Test
    void noNetworkHoldsNothing() {
        assertThat(Networks.none().isEmpty()).isTrue();
        assertThat(Networks.none().contains(Addresses.parse("127.0.0.1").orElseThrow()))
                .isFalse();
    }

    private static InetAddress address(BigInteger value, int bytes) throws Exception {
        byte[] bits = new byte[bytes];
        byte[] magnitude = value.toByteArray();
        int length = Math.min(bytes, magnitude.length);
        System.arraycopy(magnitude, magnitude.length - length, bits, bytes - length, length);
        return InetAddress.getByAddress(bits);
    }
}
