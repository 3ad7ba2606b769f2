// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static final String ALPHABET = "0123456789abcdefABCDEF::::....[]%x \"";

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "2001:DB8:0:0:0:0:0:1, 2001:db8:0:0:0:0:0:1",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "1::, 1:0:0:0:0:0:0:0",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201",
        "2001:db8::192.0.2.1, 2001:db8:0:0:0:0:c000:201",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "[fe80::1%2], fe80:0:0:0:0:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::ffff:c000:201, 192.0.2.1",
        "64:ff9b::192.0.2.1, 192.0.2.1",
        "64:ff9b::c000:201, 192.0.2.1",
        "64:ff9b:1::c000:201, 64:ff9b:1:0:0:0:c000:201",
        "::192.0.2.1, 0:0:0:0:0:0:c000:201"
    })
    void literalsAreRead(String literal, String canonical) {
        assertThat(Addresses.parse(literal)).map(InetAddress::getHostAddress).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "a.b.c.d",
                "unknown",
                "_hidden",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0x7f000001",
                "010.0.0.1",
                "00.0.0.1",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "-1.2.3.4",
                "+1.2.3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "1.2.3.4%eth0",
                "[1.2.3.4]",
                "1.2.3.٤",
                "1.2.3.4\n",
                ":",
                ":::",
                "::1::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "12345::",
                "g::",
                "٤::",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::1.2.3",
                "::256.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4",
                "fe80::1%",
                "%eth0",
                "[::1",
                "::1]",
                "[::1]:80",
                "[[::1]]",
                "[]",
                "::1/64"
            })
    void everythingElseIsNobody(String text) {
        assertThat(Addresses.parse(text)).isEmpty();
    }

    @Test
    void nullAndHugeTextsAreNobody() {
        assertThat(Addresses.parse(null)).isEmpty();
        assertThat(Addresses.parse("1:".repeat(1_000_000))).isEmpty();
        assertThat(Addresses.parse("fe80::1%" + "x".repeat(1_000))).isEmpty();
    }

    @Test
    void randomAddressesAreReadAsTheJdkWritesThem() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("AddressesTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] bits = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bits);
            for (int zero = random.nextInt(bits.length); zero > 0; zero--) {
                bits[random.nextInt(bits.length)] = 0;
            }
            InetAddress address = InetAddress.getByAddress(bits);
            assertThat(Addresses.parse(address.getHostAddress()))
                    .as("seed %s", seed)
                    .contains(Addresses.unwrap(address));
        }
    }

    @Test
    void garbageNeverThrows() {
        long seed = new Random().nextLong();
        System.out.println("AddressesTest garbage seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            Addresses.parse(text.toString())
                    .ifPresent(address -> assertThat(address)
                            .as("seed %s, text '%s'", seed, text)
                            .isInstanceOfAny(Inet4Address.class, Inet6Address.class));
        }
    }

    @Test
    void unwrapSeesThroughIpv6Clothes() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        mapped[15] = 1;
        assertThat(Addresses.unwrap(Inet6Address.getByAddress(null, mapped, -1)).getHostAddress())
                .isEqualTo("10.0.0.1");
        assertThat(Addresses.unwrap(Inet6Address.getByAddress(null, scoped(), 3))
                        .getHostAddress())
                .isEqualTo("fe80:0:0:0:0:0:0:1");
    }

    private static byte[] scoped() {
        byte[] bits = new byte[16];
        bits[0] = (byte) 0xfe;
        bits[1] = (byte) 0x80;
        bits[15] = 1;
        return bits;
    }
}
