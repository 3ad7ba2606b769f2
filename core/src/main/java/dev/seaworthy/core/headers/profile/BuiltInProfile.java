// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.profile;

import static dev.seaworthy.core.headers.csp.CspDirective.BASE_URI;
import static dev.seaworthy.core.headers.csp.CspDirective.CONNECT_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.DEFAULT_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.FONT_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.FORM_ACTION;
import static dev.seaworthy.core.headers.csp.CspDirective.FRAME_ANCESTORS;
import static dev.seaworthy.core.headers.csp.CspDirective.IMG_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.MANIFEST_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.OBJECT_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.SCRIPT_SRC;
import static dev.seaworthy.core.headers.csp.CspDirective.SCRIPT_SRC_ATTR;
import static dev.seaworthy.core.headers.csp.CspDirective.STYLE_SRC;
import static dev.seaworthy.core.headers.csp.CspSource.NONCE;
import static dev.seaworthy.core.headers.csp.CspSource.SELF;
import static dev.seaworthy.core.headers.csp.CspSource.STRICT_DYNAMIC;
import static dev.seaworthy.core.headers.csp.CspSource.UNSAFE_INLINE;

import dev.seaworthy.core.headers.csp.Csp;
import dev.seaworthy.core.headers.csp.CspBuilder;
import dev.seaworthy.core.headers.csp.CspSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The profiles that come with the library. */
public enum BuiltInProfile {
    /** Data for programs: nothing in it may load, run or be framed. */
    API {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return strict(profile)
                    .header("Referrer-Policy", "no-referrer")
                    .enforce(Csp.builder()
                            .forbid(DEFAULT_SRC, BASE_URI, FORM_ACTION, FRAME_ANCESTORS)
                            .build());
        }
    },
    /** Pages whose scripts and styles carry the response's nonce. */
    HTML_STRICT {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return strict(profile)
                    .enforce(strictPolicy().upgradeInsecureRequests().build());
        }
    },
    /** Pages that know nothing of us: only what cannot break them is enforced, {@link #HTML_STRICT} is observed. */
    HTML_OBSERVE {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return gentle(profile)
                    .enforce(Csp.builder().allow(FRAME_ANCESTORS, SELF).build())
                    .observe(strictPolicy().build());
        }
    },
    /** Pages with inline styles, but without inline scripts. */
    HTML_LEGACY {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return gentle(profile)
                    .permissions(PermissionsPolicy.withDefaults())
                    .crossOrigin("same-origin", null, "same-origin")
                    .enforce(legacyPolicy().upgradeInsecureRequests().build());
        }
    },
    /** Swagger UI, the H2 console and the like: inline code, frames of their own, nothing from elsewhere. */
    DOCS_UI {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return gentle(profile)
                    .crossOrigin("same-origin", null, "same-origin")
                    .enforce(Csp.builder()
                            .allow(DEFAULT_SRC, SELF)
                            .allow(SCRIPT_SRC, SELF, UNSAFE_INLINE)
                            .allow(STYLE_SRC, SELF, UNSAFE_INLINE)
                            .allow(IMG_SRC, SELF, DATA)
                            .allow(FONT_SRC, SELF, DATA)
                            .forbid(OBJECT_SRC)
                            .allow(BASE_URI, SELF)
                            .allow(FORM_ACTION, SELF)
                            .allow(FRAME_ANCESTORS, SELF)
                            .build());
        }
    },
    /** Pages that other sites put into frames, any site over https; narrow it down to those you know. */
    EMBED {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return gentle(profile)
                    .without("X-Frame-Options")
                    .crossOrigin(null, null, "cross-origin")
                    .enforce(legacyPolicy()
                            .allow(FRAME_ANCESTORS, SELF, CspSource.scheme("https"))
                            .build());
        }
    },
    /** Files that every site may load. */
    PUBLIC_ASSETS {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return gentle(profile).crossOrigin(null, null, "cross-origin");
        }
    },
    /** Scripts, styles, images and whatever else is neither page nor data: only what cannot break it. */
    ASSET {
        @Override
        HeaderProfileBuilder fill(HeaderProfileBuilder profile) {
            return gentle(profile);
        }
    };

    private static final CspSource DATA = CspSource.scheme("data");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    abstract HeaderProfileBuilder fill(HeaderProfileBuilder profile);

    /** What it is called in settings. */
    public String word() {
        return word;
    }

    /** Begins with its headers. */
    public HeaderProfileBuilder toBuilder() {
        return fill(HeaderProfile.builder(word).hsts(Hsts.withDefaults()));
    }

    /** Its headers. */
    public HeaderProfile profile() {
        return toBuilder().build();
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BuiltInProfile of(String word) {
        for (BuiltInProfile profile : values()) {
            if (profile.word.equalsIgnoreCase(word)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("header profile is not known, got '" + word + "'; write one of "
                + Arrays.stream(values()).map(BuiltInProfile::word).collect(Collectors.joining(", ")));
    }

    private static HeaderProfileBuilder gentle(HeaderProfileBuilder profile) {
        return profile.header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("X-Permitted-Cross-Domain-Policies", "none")
                .header("X-XSS-Protection", "0");
    }

    private static HeaderProfileBuilder strict(HeaderProfileBuilder profile) {
        return gentle(profile)
                .header("X-Frame-Options", "DENY")
                .header("X-DNS-Prefetch-Control", "off")
                .header("Origin-Agent-Cluster", "?1")
                .permissions(PermissionsPolicy.withDefaults())
                .crossOrigin("same-origin", "require-corp", "same-origin");
    }

    private static CspBuilder strictPolicy() {
        return Csp.builder()
                .forbid(DEFAULT_SRC, OBJECT_SRC, BASE_URI, FRAME_ANCESTORS)
                .allow(SCRIPT_SRC, NONCE, STRICT_DYNAMIC)
                .allow(STYLE_SRC, NONCE, SELF)
                .allow(IMG_SRC, SELF)
                .allow(FONT_SRC, SELF)
                .allow(CONNECT_SRC, SELF)
                .allow(MANIFEST_SRC, SELF)
                .allow(FORM_ACTION, SELF);
    }

    private static CspBuilder legacyPolicy() {
        CspSource https = CspSource.scheme("https");
        return Csp.builder()
                .allow(DEFAULT_SRC, SELF)
                .allow(SCRIPT_SRC, SELF)
                .forbid(SCRIPT_SRC_ATTR, OBJECT_SRC)
                .allow(STYLE_SRC, SELF, https, UNSAFE_INLINE)
                .allow(FONT_SRC, SELF, https, CspSource.scheme("data"))
                .allow(IMG_SRC, SELF, CspSource.scheme("data"))
                .allow(BASE_URI, SELF)
                .allow(FORM_ACTION, SELF)
                .allow(FRAME_ANCESTORS, SELF);
    }
}
