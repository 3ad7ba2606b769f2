// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.benchmarks;

import dev.seaworthy.core.client.ClientResolver;
import dev.seaworthy.core.client.Networks;
import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.headers.profile.SecurityHeader;
import dev.seaworthy.servlet.client.CallerScheme;
import dev.seaworthy.servlet.headers.HeadersFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/** Setting headers on Tomcat's own response: ours beside plain calls and beside Spring Security's filter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeadersBenchmark {

    private static final FilterChain NOTHING = (request, response) -> {};

    private final org.apache.coyote.Response wire = new org.apache.coyote.Response();
    private final Request request = new Request(new Connector(), new org.apache.coyote.Request());
    private final Response response = new Response(wire);
    private final Filter eight = filter(eight());
    private final Filter api = filter(BuiltInProfile.API.profile());
    private final Filter nonce = filter(BuiltInProfile.HTML_STRICT.profile());
    private final Filter springSecurity = new HeaderWriterFilter(List.of(
            new XContentTypeOptionsHeaderWriter(),
            new XXssProtectionHeaderWriter(),
            new CacheControlHeadersWriter(),
            new HstsHeaderWriter(),
            new XFrameOptionsHeaderWriter()));
    private final List<SecurityHeader> plain = eight().fixed(false);

    private static HeaderProfile eight() {
        return HeaderProfile.builder("eight")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Permitted-Cross-Domain-Policies", "none")
                .header("X-XSS-Protection", "0")
                .header("Origin-Agent-Cluster", "?1")
                .crossOrigin("same-origin", "require-corp", null)
                .build();
    }

    private static Filter filter(HeaderProfile profile) {
        HeaderSettings defaults = HeaderSettings.withDefaults();
        HeaderSettings settings =
                new HeaderSettings(profile, profile, profile, List.of(), defaults.cookies(), true, defaults.removed());
        return new HeadersFilter(HeaderPlan.constant(settings), new CallerScheme(new ClientResolver(Networks.none())));
    }

    private Response through(Filter filter) throws IOException, ServletException {
        wire.recycle();
        request.removeAttribute("dev.seaworthy.servlet.headers.response");
        request.removeAttribute(HeadersFilter.NONCE_ATTRIBUTE);
        filter.doFilter(request, response, NOTHING);
        return response;
    }

    @Benchmark
    public Response eightPlainCalls() {
        wire.recycle();
        for (int i = 0; i < plain.size(); i++) {
            response.setHeader(plain.get(i).name(), plain.get(i).value());
        }
        return response;
    }

    @Benchmark
    public Response seaworthyWithTheSameEight() throws IOException, ServletException {
        return through(eight);
    }

    @Benchmark
    public Response seaworthyApi() throws IOException, ServletException {
        return through(api);
    }

    @Benchmark
    public Response seaworthyNonce() throws IOException, ServletException {
        return through(nonce);
    }

    @Benchmark
    public Response springSecurity() throws IOException, ServletException {
        return through(springSecurity);
    }
}
