// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.correlation;

import dev.seaworthy.core.correlation.CorrelationId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps the echoed id when the app resets the response. */
final class EchoResponse extends HttpServletResponseWrapper {

    private final String header;
    private final CorrelationId id;

    private EchoResponse(HttpServletResponse response, String header, CorrelationId id) {
        super(response);
        this.header = header;
        this.id = id;
    }

    static HttpServletResponse of(HttpServletResponse response, String header, CorrelationId id) {
        response.setHeader(header, id.value());
        boolean already =
                response instanceof HttpServletResponseWrapper wrapper && wrapper.isWrapperFor(EchoResponse.class);
        return already ? response : new EchoResponse(response, header, id);
    }

    @Override
    public void reset() {
        super.reset();
        setHeader(header, id.value());
    }
}
