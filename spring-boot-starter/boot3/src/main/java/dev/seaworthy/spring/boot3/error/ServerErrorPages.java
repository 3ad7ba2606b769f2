// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.error;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.core.env.Environment;

/** The error pages that were registered with the web server. Registrars add them late, so they are read at failures. */
final class ServerErrorPages {

    private final String bootsPage;
    private volatile @Nullable AbstractConfigurableWebServerFactory factory;

    ServerErrorPages(Environment environment) {
        bootsPage = environment.resolvePlaceholders("${server.error.path:${error.path:/error}}");
    }

    void readLater(AbstractConfigurableWebServerFactory made) {
        factory = made;
    }

    boolean has(int status) {
        AbstractConfigurableWebServerFactory known = factory;
        return known != null && known.getErrorPages().stream().anyMatch(page -> isFor(page, status));
    }

    private boolean isFor(ErrorPage page, int status) {
        if (page.isGlobal()) {
            return page.getPath() != null && !page.getPath().endsWith(bootsPage);
        }
        // Which exception fails is not known here; a page for exceptions is a page for what they end as.
        return page.getException() != null ? status == 500 : page.getStatusCode() == status;
    }
}
