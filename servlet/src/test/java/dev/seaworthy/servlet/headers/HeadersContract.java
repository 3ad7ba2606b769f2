// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.PathRule;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.test.http.RawAnswer;
import dev.seaworthy.test.http.RawHttp;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What every kind of answer carries, over real sockets, plain and TLS; every container passes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HeadersContract {

    private static final HeaderProfile API = BuiltInProfile.API.profile();
    private static final HeaderProfile PAGE = BuiltInProfile.HTML_OBSERVE.profile();
    private static final HeaderProfile ASSET = BuiltInProfile.ASSET.profile();
    private static final String BROWSER = "Accept: text/html,*/*;q=0.8\r\nSec-Fetch-Dest: document\r\n";
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{24})'");

    final SeaworthyFilters filters = SeaworthyFilters.builder()
            .trustedProxies(Networks.parse(List.of("127.0.0.0/8")))
            .headers(HeaderSettings.withDefaults()
                    .with(new PathRule("/strict/**", BuiltInProfile.HTML_STRICT.profile()))
                    .with(new PathRule("/public/**", BuiltInProfile.PUBLIC_ASSETS.profile())))
            .build();
    private final TestCertificates certificates;
    private TestServer server;
    private RawHttp http;
    private HttpClient tls;

    HeadersContract() throws Exception {
        certificates = new TestCertificates();
    }

    abstract TestServer start(TestCertificates certificates, Path files) throws Exception;

    abstract int tlsPort();

    @BeforeAll
    void startIt() throws Exception {
        Path files = Files.createTempDirectory("files");
        Files.writeString(files.resolve("page.html"), "<p>static</p>");
        Files.writeString(files.resolve("data.json"), "{}");
        Files.writeString(files.resolve("style.css"), "p{}");
        server = start(certificates, files);
        http = new RawHttp(server.uri(), Duration.ofSeconds(20));
        tls = HttpClient.newBuilder()
                .sslContext(certificates.client())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    void assemble(ServletContext context) {
        filters.register(context);
        ServletRegistration.Dynamic app = context.addServlet("every", new EveryAnswer());
        app.setAsyncSupported(true);
        app.addMapping("/answer/*", "/strict/*", "/public/*");
    }

    private record Case(String name, String method, String path, String headers, HeaderProfile profile, int status) {}

    private static final List<Case> CASES = List.of(
            new Case("JSON", "GET", "/answer/json", "", API, 200),
            new Case("JSON with a charset", "GET", "/answer/json-utf8", "", API, 200),
            new Case("JSON in a browser's tab", "GET", "/answer/json", BROWSER, API, 200),
            new Case("problem", "GET", "/answer/problem", "", API, 200),
            new Case("HEAD", "HEAD", "/answer/json", "", API, 200),
            new Case("HEAD of a page", "HEAD", "/answer/html", BROWSER, PAGE, 200),
            new Case("page", "GET", "/answer/html", BROWSER, PAGE, 200),
            new Case("page that nobody expected", "GET", "/answer/html", "", PAGE, 200),
            new Case("page by header", "GET", "/answer/html-by-header", "", PAGE, 200),
            new Case("page that becomes one late", "GET", "/answer/html-late", "", PAGE, 200),
            new Case("image", "GET", "/answer/image", "Sec-Fetch-Dest: image\r\n", ASSET, 200),
            new Case("image that nobody expected", "GET", "/answer/image", "", ASSET, 200),
            new Case("204", "GET", "/answer/nothing", "", API, 204),
            new Case("304", "GET", "/answer/not-modified", "", API, 304),
            new Case("304 of a page", "GET", "/answer/not-modified", BROWSER, PAGE, 304),
            new Case("redirect", "GET", "/answer/redirect", BROWSER, PAGE, 302),
            new Case("redirect of a program", "GET", "/answer/redirect", "", API, 302),
            new Case("sendError", "GET", "/answer/refused", "", API, 404),
            new Case("challenge", "GET", "/answer/challenge", "", API, 401),
            new Case("failure", "GET", "/answer/thrown", "", API, 500),
            new Case("reset", "GET", "/answer/reset", "", API, 200),
            new Case("reset in a browser", "GET", "/answer/reset", BROWSER, API, 200),
            new Case("flushed early", "GET", "/answer/flushed", "", API, 200),
            new Case("longer than any buffer", "GET", "/answer/long", "", API, 200),
            new Case("of known length", "GET", "/answer/length", "", API, 200),
            new Case("forward", "GET", "/answer/forwarded", "", PAGE, 200),
            new Case("forward to nothing", "GET", "/answer/forwarded-to-nothing", "", API, 204),
            new Case("include", "GET", "/answer/included", "", PAGE, 200),
            new Case("async dispatch", "GET", "/answer/async", "", API, 200),
            new Case("async complete", "GET", "/answer/async-completed", "", API, 200),
            new Case("static page", "GET", "/files/page.html", BROWSER, PAGE, 200),
            new Case("static page for a program", "GET", "/files/page.html", "", PAGE, 200),
            new Case("static data", "GET", "/files/data.json", "", API, 200),
            new Case("static style", "GET", "/files/style.css", "Sec-Fetch-Dest: style\r\n", ASSET, 200),
            new Case("no such path", "GET", "/files/none", "", API, 404),
            new Case("no such method", "DELETE", "/answer/json", "", API, 405),
            new Case("refused by the container", "GET", "/%zz", "", API, 400),
            new Case("by path", "GET", "/public/html", BROWSER, BuiltInProfile.PUBLIC_ASSETS.profile(), 200));

    @TestFactory
    Stream<DynamicTest> everyKindOfAnswerCarriesItsSetExactlyOnce() {
        return CASES.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    RawAnswer answer = send(kind.method(), kind.path(), kind.headers());
                    assertThat(answer.status()).isEqualTo(kind.status());
                    assertSet(kind.profile(), false, answer::values);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfAnswerCarriesItsSetExactlyOnceOverTls() {
        return CASES.stream()
                .filter(kind -> !kind.path().contains("%"))
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    HttpResponse<String> answer = secure(kind.method(), kind.path(), kind.headers());
                    assertThat(answer.statusCode()).isEqualTo(kind.status());
                    assertSet(kind.profile(), true, answer.headers()::allValues);
                    assertThat(answer.headers().allValues("Strict-Transport-Security"))
                            .containsExactly("max-age=31536000");
                }));
    }

    private interface Values {
        List<String> of(String name);
    }

    private static void assertSet(HeaderProfile profile, boolean secure, Values values) {
        Set<String> expected = new HashSet<>();
        profile.fixed(secure).forEach(header -> {
            assertThat(values.of(header.name())).as(header.name()).containsExactly(header.value());
            expected.add(header.name());
        });
        if (profile.nonceObserved() != null) {
            assertThat(values.of(HeaderProfile.CSP_REPORT_ONLY)).hasSize(1);
            String policy = values.of(HeaderProfile.CSP_REPORT_ONLY).get(0);
            Matcher nonce = NONCE.matcher(policy);
            assertThat(nonce.find()).as(policy).isTrue();
            assertThat(policy).isEqualTo(profile.nonceObserved().text(nonce.group(1)));
        }
        // Where a container cannot take a header back, it says what browsers do without it.
        for (String name : List.of("Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy")) {
            if (!expected.contains(name)) {
                assertThat(values.of(name)).as(name).isSubsetOf("unsafe-none");
            }
        }
        if (!expected.contains("Cross-Origin-Resource-Policy")) {
            assertThat(values.of("Cross-Origin-Resource-Policy")).isSubsetOf("cross-origin");
        }
        if (!secure) {
            assertThat(values.of("Strict-Transport-Security")).isEmpty();
        }
        assertThat(values.of("Server")).isEmpty();
        assertThat(values.of("X-Powered-By")).isEmpty();
    }

    private RawAnswer send(String method, String path, String headers) {
        return http.exchange(
                method + " " + path + " HTTP/1.1\r\nHost: " + http.authority() + "\r\nConnection: close\r\n" + headers
                        + "\r\n",
                method.equals("HEAD"));
    }

    private HttpResponse<String> secure(String method, String path, String headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + tlsPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.lines().map(line -> line.split(": ", 2)).forEach(header -> request.header(header[0], header[1]));
        return tls.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void valuesOfTheAppWin() {
        RawAnswer answer = send("GET", "/answer/own", BROWSER);
        assertThat(answer.values("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.values("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(answer.values("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void valuesOfTheAppAreNotDoubledWhenItFailsAfterwards() {
        RawAnswer answer = send("GET", "/answer/own-then-failed", "");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.values("Content-Security-Policy")).containsExactly("default-src 'self'");
    }

    @Test
    void ownErrorPageForBrowsersMayStyleItselfAndNothingElse() {
        RawAnswer answer = send("GET", "/answer/refused", BROWSER);
        assertThat(answer.values("Content-Security-Policy")).hasSize(1);
        assertThat(answer.values("Content-Security-Policy").get(0))
                .startsWith("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void nobodyIsToldWhatRunsHere() {
        RawAnswer answer = send("GET", "/answer/told", "");
        assertThat(answer.values("Server")).isEmpty();
        assertThat(answer.values("X-Powered-By")).isEmpty();
        assertThat(answer.values("X-Generator")).isEmpty();
    }

    @Test
    void pageWithNonceIsNewEachTimeAndNeverStored() {
        String first = strictPage();
        assertThat(strictPage()).isNotEqualTo(first);
    }

    private String strictPage() {
        RawAnswer answer = send("GET", "/strict/page", BROWSER + "If-None-Match: \"1\"\r\n");
        assertThat(answer.status()).isEqualTo(200);
        String policy = String.join("|", answer.values("Content-Security-Policy"));
        Matcher nonce = NONCE.matcher(policy);
        assertThat(nonce.find()).as(policy).isTrue();
        assertThat(answer.body()).isEqualTo("nonce=" + nonce.group(1) + " condition=null");
        assertThat(policy)
                .isEqualTo(BuiltInProfile.HTML_STRICT
                        .profile()
                        .nonceEnforced(false)
                        .text(nonce.group(1)));
        assertThat(answer.values("Cache-Control")).containsExactly("no-store");
        assertThat(answer.values("ETag")).isEmpty();
        assertThat(answer.values("Last-Modified")).isEmpty();
        return nonce.group(1);
    }

    @Test
    void filesUnderAStrictPathAreStillCached() {
        RawAnswer answer = send("GET", "/strict/cached", "Sec-Fetch-Dest: empty\r\n");
        assertThat(answer.values("Cache-Control")).containsExactly("max-age=60");
    }

    @Test
    void proxyThatWeTrustTellsAboutHttps() {
        assertThat(send("GET", "/answer/json", "X-Forwarded-Proto: https\r\n").values("Strict-Transport-Security"))
                .containsExactly("max-age=31536000");
        assertThat(send("GET", "/answer/json", "Forwarded: for=192.0.2.1;proto=https\r\n")
                        .values("Strict-Transport-Security"))
                .hasSize(1);
        assertThat(send("GET", "/answer/json", "X-Forwarded-Proto: http\r\n").values("Strict-Transport-Security"))
                .isEmpty();
        assertThat(send("GET", "/answer/json", "X-Forwarded-Proto: https, http\r\n")
                        .values("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void strictPageUpgradesOverHttpsOnly() throws Exception {
        assertThat(String.join("", send("GET", "/strict/page", BROWSER).values("Content-Security-Policy")))
                .doesNotContain("upgrade-insecure-requests");
        assertThat(secure("GET", "/strict/page", BROWSER).headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("upgrade-insecure-requests");
    }

    @Test
    void cookiesAreHardenedAndNeverWeakened() throws Exception {
        HttpResponse<String> answer = secure("GET", "/answer/cookies", "");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly(
                        "theme=dark; Secure; SameSite=Lax",
                        "login=1; SameSite=None; Secure; HttpOnly",
                        "XSRF-TOKEN=1; Secure; SameSite=Lax");
        assertThat(send("GET", "/answer/cookies", "").values("Set-Cookie").get(0))
                .isEqualTo("theme=dark; SameSite=Lax");
    }

    @Test
    void sessionCookieOfTheContainerIsHardened() throws Exception {
        assertHardened(secure("GET", "/answer/session", "").headers().allValues("Set-Cookie"), true);
        assertHardened(send("GET", "/answer/session", "").values("Set-Cookie"), false);
        assertHardened(
                send("GET", "/answer/session", "X-Forwarded-Proto: https\r\n").values("Set-Cookie"), true);
    }

    private static void assertHardened(List<String> cookies, boolean secure) {
        assertThat(cookies).hasSize(1);
        assertThat(cookies.get(0)).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax");
        assertThat(cookies.get(0).contains("; Secure")).isEqualTo(secure);
    }

    @Test
    void answersForSomebodyStayOutOfCachesUnlessTheAppSaysHow() {
        String login = "Authorization: Basic YTpi\r\n";
        assertThat(send("GET", "/answer/json", login).values("Cache-Control")).containsExactly("no-store");
        assertThat(send("GET", "/answer/json", "").values("Cache-Control")).isEmpty();
        assertThat(send("GET", "/answer/cached", login).values("Cache-Control")).containsExactly("max-age=60");
        assertThat(send("GET", "/answer/thrown", "").values("Cache-Control")).containsExactly("no-store");
    }
}
