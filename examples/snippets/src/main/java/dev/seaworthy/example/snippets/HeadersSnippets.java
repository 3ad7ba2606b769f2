// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.PathRule;
import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspDirective;
import dev.seaworthy.core.headers.csp.CspSource;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.servlet.SeaworthyFilters;
import dev.seaworthy.servlet.headers.ClearSiteData;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;

/** Code of {@code docs/headers.md}. */
final class HeadersSnippets {

    private HeadersSnippets() {}

    static void plain(ServletContext context) {
        // region plain
        HeaderProfile shop = BuiltInProfile.HTML_STRICT.toBuilder()
                .enforce(Csp.builder()
                        .forbid(CspDirective.DEFAULT_SRC, CspDirective.BASE_URI, CspDirective.FRAME_ANCESTORS)
                        .allow(CspDirective.SCRIPT_SRC, CspSource.NONCE, CspSource.STRICT_DYNAMIC)
                        .allow(CspDirective.IMG_SRC, CspSource.SELF, CspSource.host("https://img.example.com"))
                        .build())
                .build();
        SeaworthyFilters.builder()
                .headers(HeaderSettings.withDefaults().with(new PathRule("/shop/**", shop)))
                .build()
                .register(context);
        // end
    }

    static void logout(HttpServletResponse response) {
        // region logout
        ClearSiteData.send(response, ClearSiteData.CACHE, ClearSiteData.STORAGE);
        // end
    }
}
