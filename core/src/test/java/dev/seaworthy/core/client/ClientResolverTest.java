// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientResolverTest {

    private static final Networks PROXIES = Networks.parse(List.of("10.0.0.0/8", "2001:db8:aaaa::/48"));
    private static final String ALPHABET = "for=\"\"\"\\\\;,,:[]. 0123456789abcdef%_";
    private static final String PROXY = "10.0.0.1";
    private static final String VICTIM = "198.51.100.66";

    private final ClientResolver resolver = new ClientResolver(PROXIES);

    @Nested
    class Trust {

        @Test
        void strangersCannotForgeAnything() {
            assertThat(resolve("203.0.113.5", List.of("for=" + VICTIM), List.of(VICTIM)))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void withoutProxiesHeadersAreIgnored() {
            InetAddress peer = address("10.0.0.1");
            assertThat(new ClientResolver(Networks.none()).resolve(peer, List.of("for=" + VICTIM), List.of(VICTIM)))
                    .isEqualTo(peer);
        }

        @Test
        void proxyThatSaysNothingIsTheClient() {
            assertThat(resolve(PROXY, List.of(), List.of())).isEqualTo(PROXY);
            assertThat(resolve(PROXY, List.of(""), List.of(" , ,", ""))).isEqualTo(PROXY);
        }

        @Test
        void mappedAndNat64PeersAreTheirIpv4() {
            assertThat(resolve("::ffff:10.0.0.1", List.of(), List.of("203.0.113.5")))
                    .isEqualTo("203.0.113.5");
            assertThat(resolve("64:ff9b::10.0.0.1", List.of(), List.of("203.0.113.5")))
                    .isEqualTo("203.0.113.5");
            assertThat(resolve("::ffff:203.0.113.5", List.of(), List.of(VICTIM)))
                    .isEqualTo("203.0.113.5");
        }
    }

    @Nested
    class XForwardedFor {

        @Test
        void rotatingForgeriesStayOneClient() {
            Random random = new Random(1);
            for (int i = 0; i < 1_000; i++) {
                String forged = random.nextInt(256) + ".1.2." + random.nextInt(256);
                assertThat(resolve(PROXY, List.of(), List.of(forged + ", 203.0.113.5")))
                        .isEqualTo("203.0.113.5");
                assertThat(resolve(PROXY, List.of(), List.of(forged, "203.0.113.5")))
                        .isEqualTo("203.0.113.5");
            }
        }

        @Test
        void forgedProxiesDoNotLengthenTheWalk() {
            assertThat(resolve(PROXY, List.of(), List.of(VICTIM + ", 10.0.0.7, 203.0.113.5")))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void trustedHopsArePassed() {
            assertThat(resolve(PROXY, List.of(), List.of(VICTIM + ", 203.0.113.5, 10.0.0.7, 2001:db8:aaaa::1")))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void allLinesAreOneList() {
            assertThat(resolve(PROXY, List.of(), List.of(VICTIM, "203.0.113.5, 10.0.0.7", "", "10.0.0.8")))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void whenEverybodyIsTrustedTheFarthestIsTheClient() {
            assertThat(resolve(PROXY, List.of(), List.of("10.9.9.9, 10.0.0.7"))).isEqualTo("10.9.9.9");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "unknown",
                    "_hidden",
                    "localhost",
                    "example.com",
                    "127.1",
                    "<script>",
                    "\"",
                    "1.2.3.4.5",
                    "10.0.0.1:x",
                    "10.0.0.1:123456",
                    "[::1",
                    "[::1]x",
                    "[::1]:",
                    "fe80::1%",
                    "1.2.3.4:80:80",
                    "' OR 1=1"
                })
        void unparsableHopEndsTheWalk(String hop) {
            assertThat(resolve(PROXY, List.of(), List.of(VICTIM + "," + hop + ",10.0.0.7")))
                    .isEqualTo("10.0.0.7");
        }

        @ParameterizedTest
        @CsvSource({
            "203.0.113.5:4711, 203.0.113.5",
            "[2001:db8::5]:4711, 2001:db8:0:0:0:0:0:5",
            "[2001:db8::5], 2001:db8:0:0:0:0:0:5",
            "2001:db8::5, 2001:db8:0:0:0:0:0:5",
            "::ffff:203.0.113.5, 203.0.113.5",
            "[::ffff:203.0.113.5]:80, 203.0.113.5",
            "64:ff9b::203.0.113.5, 203.0.113.5"
        })
        void hopsMayHavePorts(String hop, String client) {
            assertThat(resolve(PROXY, List.of(), List.of(VICTIM + ", " + hop))).isEqualTo(client);
        }

        @Test
        void mappedHopOfTrustedNetworkIsPassed() {
            assertThat(resolve(PROXY, List.of(), List.of("203.0.113.5, ::ffff:10.0.0.9")))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void walkIsCapped() {
            List<String> hops = new ArrayList<>(List.of("203.0.113.5"));
            for (int i = ClientResolver.MAX_HOPS; i > 0; i--) {
                hops.add("10.0.1." + i);
            }
            assertThat(resolve(PROXY, List.of(), List.of(String.join(",", hops))))
                    .isEqualTo("10.0.1.32");
            hops.remove(1);
            assertThat(resolve(PROXY, List.of(), hops)).isEqualTo("203.0.113.5");
        }

        @Test
        void hugeHeadersAreNotReadToTheirBeginning() {
            String huge = "1.2.3.4,".repeat(500_000) + "203.0.113.5";
            assertThat(resolve(PROXY, List.of(), Collections.nCopies(1_000, huge)))
                    .isEqualTo("203.0.113.5");
            assertThat(resolve(PROXY, List.of(), List.of(VICTIM + "," + "x".repeat(1_000_000))))
                    .isEqualTo(PROXY);
        }
    }

    @Nested
    class Forwarded {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "for=203.0.113.5",
                    "For=203.0.113.5",
                    "for=\"203.0.113.5\"",
                    "for=\"203.0.113.5:4711\"",
                    "for=203.0.113.5:4711",
                    "for=\"203.0.113.5:_port\"",
                    "for=203.0.113.5;proto=https;by=10.0.0.1",
                    "proto=https;FOR=203.0.113.5;host=\"a,b;c\\\"d\"",
                    "by=\"[2001:db8::1]:80\" ; for=203.0.113.5",
                    "for=\"\\2\\03.0.113.5\"",
                    "for=203.0.113.5;",
                    "for=203.0.113.5,",
                    "for=198.51.100.66, for=203.0.113.5",
                    "for=203.0.113.5, for=10.0.0.7, for=\"[2001:db8:aaaa::1]:80\"",
                    "for=\"unbalanced, for=203.0.113.5",
                    "for=\"a\\\", for=203.0.113.5;host=\"x\\\\\"",
                    "\"\"\", for=203.0.113.5"
                })
        void elementsNameTheClient(String line) {
            assertThat(resolve(PROXY, List.of(line), List.of())).isEqualTo("203.0.113.5");
        }

        @Test
        void addressesOfVersion6AreRead() {
            assertThat(resolve(PROXY, List.of("for=\"[2001:db8:cafe::17]:4711\""), List.of()))
                    .isEqualTo("2001:db8:cafe:0:0:0:0:17");
            assertThat(resolve(PROXY, List.of("for=2001:db8:cafe::17"), List.of()))
                    .isEqualTo("2001:db8:cafe:0:0:0:0:17");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "for=unknown",
                    "for=_gazonk",
                    "for=\"_gazonk:80\"",
                    "proto=https",
                    "for=",
                    "for=\"\"",
                    "for",
                    "=1.2.3.4",
                    "for=203.0.113.5;for=203.0.113.6",
                    "for=203.0.113.5;broken",
                    "for=203.0.113.5;host=\"open",
                    "for =203.0.113.5",
                    "for= 203.0.113.5",
                    "for=203.0.113.5 x",
                    "for=\"203.0.113.5\"x",
                    "for=example.com",
                    "203.0.113.5"
                })
        void elementThatNamesNobodyEndsTheWalk(String element) {
            assertThat(resolve(PROXY, List.of("for=" + VICTIM, element + ", for=10.0.0.7"), List.of()))
                    .isEqualTo("10.0.0.7");
        }

        @Test
        void clientsUnbalancedQuoteCannotSwallowWhatTheProxyAppends() {
            assertThat(resolve(PROXY, List.of("for=" + VICTIM + ";host=\"x, for=203.0.113.5;proto=https"), List.of()))
                    .isEqualTo("203.0.113.5");
            assertThat(resolve(PROXY, List.of("for=" + VICTIM + ";host=\"x", "for=203.0.113.5"), List.of()))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void hugeQuotedValuesAreRead() {
            String huge = "host=\"" + "\\a".repeat(200_000) + "\";for=203.0.113.5";
            assertThat(resolve(PROXY, List.of(huge), List.of())).isEqualTo("203.0.113.5");
        }
    }

    @Nested
    class BothHeaders {

        @Test
        void forgedForwardedThatTheProxyPassesThroughHasNoEffect() {
            assertThat(resolve(PROXY, List.of("for=" + VICTIM), List.of("203.0.113.5")))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void emptyXForwardedForLeavesTheWordToForwarded() {
            assertThat(resolve(PROXY, List.of("for=203.0.113.5"), List.of(" ,")))
                    .isEqualTo("203.0.113.5");
        }

        @Test
        void forwardedWinsWhereItIsPreferred() {
            ClientResolver standard = new ClientResolver(PROXIES, ForwardingHeader.FORWARDED);
            assertThat(standard.resolve(address(PROXY), List.of("for=203.0.113.5"), List.of(VICTIM)))
                    .isEqualTo(address("203.0.113.5"));
            assertThat(standard.resolve(address(PROXY), List.of(), List.of("203.0.113.5")))
                    .isEqualTo(address("203.0.113.5"));
        }

        @Test
        void brokenPreferredHeaderDoesNotFallBackToTheOther() {
            assertThat(resolve(PROXY, List.of("for=" + VICTIM), List.of("unknown")))
                    .isEqualTo(PROXY);
        }
    }

    @Test
    void whateverTheClientSendsTheProxysElementDecides() {
        long seed = new Random().nextLong();
        System.out.println("ClientResolverTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder sent = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                sent.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            boolean sameLine = random.nextBoolean();
            assertThat(resolve(PROXY, lines(sent, "for=203.0.113.5;host=\"a,\\\"\"", sameLine), List.of()))
                    .as("seed %s, Forwarded sent '%s'", seed, sent)
                    .isEqualTo("203.0.113.5");
            assertThat(resolve(PROXY, List.of(sent.toString()), lines(sent, "203.0.113.5", sameLine)))
                    .as("seed %s, X-Forwarded-For sent '%s'", seed, sent)
                    .isEqualTo("203.0.113.5");
        }
    }

    private static List<String> lines(CharSequence sent, String appended, boolean sameLine) {
        return sameLine ? List.of(sent + ", " + appended) : List.of(sent.toString(), appended);
    }

    private String resolve(String peer, List<String> forwarded, List<String> xForwardedFor) {
        return resolver.resolve(address(peer), forwarded, xForwardedFor).getHostAddress();
    }

    private static InetAddress address(String literal) {
        return Addresses.parse(literal).orElseThrow();
    }
}
