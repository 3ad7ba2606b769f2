// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/** Ends what waited for an error page that no filter has seen. Belongs to {@link RequestLogFilter}. Thread-safe. */
public final class RequestEndListener implements ServletRequestListener {

    /** One for all requests. */
    public RequestEndListener() {}

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request && !request.isAsyncStarted()) {
            Exchange exchange = Exchange.in(request);
            if (exchange != null) {
                exchange.endQuietly();
            }
        }
    }
}
