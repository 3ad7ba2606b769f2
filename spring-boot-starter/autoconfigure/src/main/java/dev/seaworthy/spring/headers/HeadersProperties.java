// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.grade.Algorithm;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.servlet.headers.ClearSiteData;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be chosen about security headers. Profiles are api, html-strict, html-observe, html-legacy, docs-ui, embed,
 * public-assets and asset.
 *
 * @param enabled whether security headers are sent
 * @param data the profile of data: JSON, events, plain text
 * @param pages the profile of pages
 * @param assets the profile of everything else
 * @param paths profiles by path, whatever the type; the first that matches counts
 * @param csp the policy of pages, where it is not the profile's own
 * @param hsts what is said about https
 * @param cookies how cookies are hardened
 * @param reports what browsers report about policies
 * @param isolation requests that other sites make
 * @param owner who decides where Spring Security writes the same header
 * @param noStorePersonal whether answers for somebody who is logged in are kept out of caches, unless the app says how to
 *     cache them
 * @param keep headers that are sent although they tell what runs here
 * @param clearSiteData what a browser forgets at a successful logout of Spring Security: cache, cookies, storage
 * @param gradeAlgorithm the Observatory's algorithm for the grade in the report, 6 or 4
 */
@ConfigurationProperties("seaworthy.headers")
record HeadersProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("api") String data,
        @DefaultValue("html-observe") String pages,
        @DefaultValue("asset") String assets,
        @DefaultValue List<PathProperties> paths,
        @DefaultValue CspProperties csp,
        @DefaultValue HstsProperties hsts,
        @DefaultValue CookieProperties cookies,
        @DefaultValue ReportsProperties reports,
        @DefaultValue IsolationProperties isolation,
        @DefaultValue("seaworthy") Owner owner,
        @DefaultValue("true") boolean noStorePersonal,
        @DefaultValue List<String> keep,
        @DefaultValue List<ClearSiteData> clearSiteData,
        @DefaultValue("6") int gradeAlgorithm) {

    static final String PREFIX = "seaworthy.headers.";

    HeadersProperties {
        paths = List.copyOf(paths);
        keep = List.copyOf(keep);
        clearSiteData = List.copyOf(clearSiteData);
        Checked.value("data", data, BuiltInProfile::of);
        Checked.value("pages", pages, BuiltInProfile::of);
        Checked.value("assets", assets, BuiltInProfile::of);
        Checked.value("grade-algorithm", gradeAlgorithm, Algorithm::of);
    }

    /** Who decides. */
    enum Owner {
        /** Ours are there first; what Spring Security would add is left out. */
        SEAWORTHY,
        /** Spring Security's replace ours, which stay where it writes none. */
        SPRING_SECURITY
    }
}
