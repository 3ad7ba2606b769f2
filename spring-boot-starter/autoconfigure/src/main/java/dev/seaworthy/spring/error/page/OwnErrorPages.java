// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.page;

import dev.seaworthy.servlet.error.ErrorPageOwner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.View;

/**
 * The app answers itself where it has its own error controller, error attributes, or error page of the web server; and to
 * browsers also where it has a view for the status, or one for all errors. Thread-safe.
 */
public final class OwnErrorPages implements ErrorPageOwner {

    private static final String ERROR_VIEW = "error";

    private final ErrorHandling app;
    private final SingletonSupplier<Boolean> own;
    private final SingletonSupplier<Boolean> ownErrorView;

    /** Looks at the app at the first failure: before that, its beans may not be ready. */
    public OwnErrorPages(ApplicationContext context, ErrorHandling app) {
        this.app = app;
        this.own = SingletonSupplier.of(app::isOwn);
        this.ownErrorView = SingletonSupplier.of(() -> hasErrorView(context));
    }

    @Override
    public boolean owns(HttpServletRequest request, int status) {
        if (own.obtain() || app.registersPage(status)) {
            return true;
        }
        return app.hasController()
                && asksForHtml(request)
                && (ownErrorView.obtain() || app.resolvesView(request, status));
    }

    private static boolean hasErrorView(ApplicationContext context) {
        boolean template = new TemplateAvailabilityProviders(context)
                        .getProvider(ERROR_VIEW, context.getEnvironment(), classLoader(context), context)
                != null;
        return template || context.containsBean(ERROR_VIEW) && isOwnView(context.getBean(ERROR_VIEW));
    }

    private static ClassLoader classLoader(ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        return loader == null ? OwnErrorPages.class.getClassLoader() : loader;
    }

    private static boolean isOwnView(Object bean) {
        // Boot's own is a private nested class, whose place differs between the lines.
        return bean instanceof View && !bean.getClass().getName().endsWith("ErrorMvcAutoConfiguration$StaticView");
    }

    private static boolean asksForHtml(HttpServletRequest request) {
        try {
            List<MediaType> wanted = new ArrayList<>(
                    MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT))));
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> !type.isWildcardType())
                    .findFirst()
                    .filter(type -> type.isCompatibleWith(MediaType.TEXT_HTML))
                    .isPresent();
        } catch (IllegalArgumentException unreadable) { // also thrown at more types than Spring sorts
            return false;
        }
    }
}
