// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.Addresses;
import dev.seaworthy.core.client.Grouping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitKeyTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, ::ffff:203.0.113.7, true",
        "203.0.113.7, 64:ff9b::cb00:7107, true",
        "203.0.113.7, 203.0.113.8, false",
        "::ffff:203.0.113.7, ::ffff:203.0.113.8, false",
        "64:ff9b::cb00:7107, 64:ff9b::cb00:7108, false",
        "2001:db8::1, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "fe80::1%eth0, fe80::2%lo, true",
        "0.0.0.0, ::, false"
    })
    void oneClientIsOneKeyByWhicheverNotationItComes(String one, String other, boolean same) {
        assertThat(key(one, 32, 64).equals(key(other, 32, 64))).isEqualTo(same);
    }

    @Test
    void groupingWidensTheClient() {
        assertThat(key("2001:db8:0:1::1", 32, 56)).isEqualTo(key("2001:db8:0:ff::1", 32, 56));
        assertThat(key("203.0.113.7", 24, 64)).isEqualTo(key("203.0.113.200", 24, 64));
        assertThat(key("2001:db8::1", 32, 128)).isNotEqualTo(key("2001:db8::2", 32, 128));
    }

    @Test
    void namesAreHashedAndKeptApartByKind() {
        LimitKey secret = LimitKey.of("api-key", "hunter2", null);
        assertThat(secret.text()).hasSize(32).doesNotContain("hunter2");
        assertThat(secret)
                .isEqualTo(LimitKey.of(
                        "api-key", "hunter2", Addresses.parse("192.0.2.1").orElseThrow()));
        assertThat(secret).isNotEqualTo(LimitKey.of("principal", "hunter2", null));
        assertThat(secret.toString()).hasSize(8).isNotEqualTo(secret.text().substring(0, 8));
    }

    @Test
    void keysOfOneNeighbourhoodOverflowTogether() {
        assertThat(key("2001:db8:1::1", 32, 64).neighbourhood())
                .isEqualTo(key("2001:db8:ffff::1", 32, 64).neighbourhood());
        assertThat(key("203.0.1.1", 32, 64).neighbourhood())
                .isEqualTo(key("203.0.255.1", 32, 64).neighbourhood());
        assertThat(key("203.1.1.1", 32, 64).neighbourhood())
                .isNotEqualTo(key("203.0.1.1", 32, 64).neighbourhood());
    }

    private static LimitKey key(String address, int ipv4, int ipv6) {
        return LimitKey.of(Addresses.parse(address).orElseThrow(), new Grouping(ipv4, ipv6));
    }
}
