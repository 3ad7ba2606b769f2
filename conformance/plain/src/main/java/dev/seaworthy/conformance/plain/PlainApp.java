// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.plain;

import dev.seaworthy.servlet.SeaworthyFilters;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.EnumSet;

/** Registers the filters and all the servlets that fail. */
public final class PlainApp {

    private PlainApp() {}

    /** Call it while the context starts. */
    public static void register(ServletContext context, SeaworthyFilters filters) {
        filters.register(context);
        context.addFilter("throwing", new ThrowingFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/conformance/filter-exception");
        add(
                context,
                new BugServlet(),
                "runtime-exception",
                "checked-exception",
                "java-error/*",
                "send-error",
                "head",
                "html",
                "xml",
                "filter-exception");
        add(context, new ReadOnlyServlet(), "wrong-method");
        add(context, new AsyncServlet(filters), "async/*");
        add(context, new StreamServlet(), "after-commit", "client-gone", "stream-taken/*");
        add(context, new DatabaseServlet(), "unique-violation/jdbc", "database-down");
        add(context, new UploadServlet(), "body-too-large")
                .setMultipartConfig(new MultipartConfigElement("", 1000, 2000, 0));
    }

    private static ServletRegistration.Dynamic add(ServletContext context, Servlet servlet, String... paths) {
        ServletRegistration.Dynamic added =
                context.addServlet(servlet.getClass().getSimpleName(), servlet);
        added.setAsyncSupported(true);
        for (String path : paths) {
            added.addMapping("/conformance/" + path);
        }
        return added;
    }

    private static final class ThrowingFilter implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            throw new IllegalStateException(Secrets.in(request.getParameter("secret")));
        }
    }
}
