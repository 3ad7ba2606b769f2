// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.headers.AnswerKind;
import dev.seaworthy.core.headers.HeaderPlan;
import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.Nonces;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.servlet.client.CallerScheme;
import dev.seaworthy.servlet.error.LastResortHeaders;
import dev.seaworthy.servlet.error.ResponseDecorator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.function.BiConsumer;

/** The headers of problems that no filter saw: what a container refuses by itself. Thread-safe. */
public final class HeadersOfLastResort implements ResponseDecorator, LastResortHeaders {

    private final HeaderPlan plan;
    private final CallerScheme scheme;
    private final Nonces nonces = new Nonces();

    /** Sets what the plan says. */
    public HeadersOfLastResort(HeaderPlan plan, CallerScheme scheme) {
        this.plan = plan;
        this.scheme = scheme;
    }

    @Override
    public void decorate(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        if (response instanceof HttpServletResponseWrapper wrapper && wrapper.isWrapperFor(HeadersResponse.class)) {
            return;
        }
        String type = response.getContentType();
        add(scheme.isHttps(request), type == null ? Problem.MEDIA_TYPE : type, (name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }

    @Override
    public void add(boolean secure, String contentType, BiConsumer<String, String> sink) {
        HeaderProfile profile = plan.now().profile(AnswerKind.of(contentType));
        profile.fixed(secure).forEach(header -> sink.accept(header.name(), header.value()));
        profile.enforced()
                .filter(Csp::hasNonce)
                .ifPresent(policy -> sink.accept(HeaderProfile.CSP, policy.text(nonces.next())));
    }
}
