// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import dev.seaworthy.core.correlation.Propagation;
import dev.seaworthy.servlet.SeaworthyFilters;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;

/** Goes on without its thread, and fails there. */
final class AsyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long SOON = 100;
    private static final String FAILURE = AsyncServlet.class.getName();

    private final transient SeaworthyFilters filters;

    AsyncServlet(SeaworthyFilters filters) {
        this.filters = filters;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        String secret = Secrets.in(request.getParameter("secret"));
        AsyncContext async = request.startAsync(request, response);
        switch (request.getPathInfo()) {
            case "/callable" ->
                CompletableFuture.runAsync(() -> {
                    // As frameworks do it: the failure travels back and is thrown where the filters see it.
                    request.setAttribute(FAILURE, new IllegalStateException(secret));
                    async.dispatch();
                });
            case "/future" -> {
                Runnable work = Propagation.wrap(() -> {
                    try {
                        CompletableFuture.failedFuture(new IllegalStateException(secret))
                                .join();
                    } catch (RuntimeException failure) {
                        filters.problemWriter()
                                .write(request, response, filters.errorDesk().report(failure, request.getLocale()));
                        async.complete();
                    }
                });
                CompletableFuture.runAsync(work);
            }
            default -> async.setTimeout(SOON);
        }
    }
}
