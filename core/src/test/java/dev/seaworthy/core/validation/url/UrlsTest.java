// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.url;

import static dev.seaworthy.core.validation.Checked.accepts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    record Hook(@PublicUrl @Nullable String url) {}

    record Typed(@PublicUrl(schemes = "https", ports = 8443) URI url) {}

    record Login(
            @SafeRedirect(hosts = "app.example.com") @Nullable
            String next) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://example.com/hook?x=1#y",
                "http://example.com:80/",
                "HTTPS://EXAMPLE.com",
                "https://example.com.",
                "http://93.184.215.14/",
                "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
                "http://1.1.1.1:443",
                "https://xn--bcher-kva.example/"
            })
    void publicAddressesAreAccepted(String url) {
        assertThat(accepts(new Hook(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/path",
                "//example.com",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com",
                "javascript:alert(1)",
                "http:example.com",
                "https://example.com:22/",
                "https://example.com:8443/",
                "https://ada@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com%2f@x/",
                "http://exa mple.com/",
                "http://example.com\\@x/",
                "http://\u2488\u2489.com/",
                "http:///x",
                "http://:80/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://x.localhost/",
                "http://intranet/",
                "http://db.internal/",
                "http://metadata.google.internal/",
                "http://printer.local/",
                "http://1.0.0.127.in-addr.arpa/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://0/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://192.168.257/",
                "http://169.254.169.254/",
                "http://0xa9fea9fe/",
                "http://100.64.0.1/",
                "http://168.63.129.16/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://192.0.2.1/",
                "http://1.2.3.4.5/",
                "http://1.2.3.256/",
                "http://256/x.1.2.3.4",
                "http://08.8.8.8/",
                "http://0x/",
                "http://99999999999999999999999/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001::1]/",
                "http://[::7f00:1]/",
                "http://[fec0::1]/",
                "http://[64:ff9b:1::1]/",
                "http://[::1/",
                "http://[x]/"
            })
    void everythingElseIsRefused(String url) {
        assertThat(accepts(new Hook(url))).isFalse();
    }

    @Test
    void schemesAndPortsAreAMatterOfSettings() {
        assertThat(accepts(new Typed(URI.create("https://example.com:8443/")))).isTrue();
        assertThat(accepts(new Typed(URI.create("https://example.com/")))).isTrue();
        assertThat(accepts(new Typed(URI.create("https://example.com:443/")))).isFalse();
        assertThat(accepts(new Typed(URI.create("http://example.com:8443/")))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"/", "/orders?page=2", "/a//b", "https://app.example.com/x", "https://APP.example.com"})
    void redirectsWithinTheAppAreAccepted(String next) {
        assertThat(accepts(new Login(next))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil",
                " /x",
                "/x y",
                "javascript:alert(1)",
                "data:text/html,x",
                "http://app.example.com/",
                "https://evil.example/",
                "https://app.example.com.evil.example/",
                "https://app.example.com@evil.example/",
                "https://app.example.com:8443/",
                "https:app.example.com",
                "https:///app.example.com",
                "/\u00e4"
            })
    void redirectsElsewhereAreRefused(String next) {
        assertThat(accepts(new Login(next))).isFalse();
    }

    @Test
    void whatANameStandsForIsPinned() {
        Resolver resolver = new Resolver(host -> new InetAddress[] {address("93.184.215.14"), address("1.1.1.1")});
        PublicAddress found = resolver.resolve(URI.create("https://example.com/hook"), SOON);
        resolver.close();

        assertThat(found.host()).isEqualTo("example.com");
        assertThat(found.pinned().getAddress()).isEqualTo(address("93.184.215.14"));
        assertThat(found.port()).isEqualTo(443);
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        Resolver rebinding = new Resolver(host -> new InetAddress[] {address("93.184.215.14"), address("10.0.0.1")});

        assertThatThrownBy(() -> rebinding.resolve(URI.create("https://example.com/"), SOON))
                .isInstanceOf(NotPublicException.class)
                .hasMessage("URL's host has 2 addresses, not all of them public; do not connect to it");
        rebinding.close();
    }

    @Test
    void privateHostsAreNeverLookedUp() {
        Resolver unused = new Resolver(host -> {
            throw new AssertionError("asked for " + host);
        });

        assertThatThrownBy(() -> unused.resolve(URI.create("http://localhost/"), SOON))
                .hasMessage("URL does not lead to a public host; use http or https and a public name");
        assertThatThrownBy(() -> unused.resolve(URI.create("ftp://example.com/"), SOON))
                .isInstanceOf(NotPublicException.class);
    }

    @Test
    void unknownNamesAndSilentServersAreTold() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Resolver silent = new Resolver(host -> {
            try {
                never.await();
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException("late");
        });
        Resolver unknown = new Resolver(host -> {
            throw new UnknownHostException(host);
        });

        assertThatThrownBy(() -> unknown.resolve(URI.create("https://example.com/"), SOON))
                .hasMessage("URL's host is unknown; check the name");
        assertThatThrownBy(() -> silent.resolve(URI.create("https://example.com/"), Duration.ofMillis(1)))
                .hasMessage("name server did not answer within PT0.001S; try again later");
        never.countDown();
        silent.close();
        unknown.close();
    }

    @Test
    void lookUpsAreBounded() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Resolver busy = new Resolver(host -> {
            begun.incrementAndGet();
            awaitWithoutListening(release);
            return new InetAddress[] {address("1.1.1.1")};
        });
        int refused = 0;
        for (int i = 0; i < Resolver.MAX_LOOKUPS * 10; i++) {
            try {
                busy.resolve(URI.create("https://example.com/"), Duration.ofNanos(1));
            } catch (NotPublicException told) {
                refused += told.getMessage().startsWith("too many look-ups") ? 1 : 0;
            }
        }
        int under = begun.get();
        release.countDown();
        busy.close();

        assertThat(refused).isPositive();
        assertThat(under).isBetween(1, Resolver.MAX_LOOKUPS);
    }

    /** As a name server that cannot be called off. */
    private static void awaitWithoutListening(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException ignored) {
                Thread.interrupted();
            }
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
