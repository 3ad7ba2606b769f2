// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import dev.seaworthy.core.headers.PathRule;
import dev.seaworthy.core.headers.csp.CspDirective;
import dev.seaworthy.core.headers.csp.CspSource;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A profile for a path.
 *
 * @param pattern within the app: /docs for exactly that, /docs/* for one segment more, /docs/** for all below
 * @param profile what its answers get
 * @param frameAncestors who may frame it, in place of what the profile says
 */
record PathProperties(
        String pattern,
        @DefaultValue("html-strict") String profile,
        @DefaultValue List<String> frameAncestors) {

    PathProperties {
        frameAncestors = List.copyOf(frameAncestors);
        Checked.value("paths.profile", profile, BuiltInProfile::of);
        HeaderProfile any = BuiltInProfile.ASSET.profile();
        Checked.value("paths.pattern", pattern, path -> new PathRule(path, any));
        frameAncestors.forEach(source -> Checked.value("paths.frame-ancestors", source, CspSource::new));
    }

    HeaderProfile framed(HeaderProfile chosen) {
        if (frameAncestors.isEmpty()) {
            return chosen;
        }
        CspSource[] sources = frameAncestors.stream().map(CspSource::new).toArray(CspSource[]::new);
        return chosen.toBuilder(chosen.name())
                .without("X-Frame-Options")
                .enforce(chosen.enforced().orElseThrow().toBuilder()
                        .allow(CspDirective.FRAME_ANCESTORS, sources)
                        .build())
                .build();
    }
}
