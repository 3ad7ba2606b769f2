// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.csp;

import java.util.Locale;
import java.util.Optional;

/**
 * What a policy can decide about.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#csp-directives">Content Security Policy Level 3, section 6</a>
 */
public enum CspDirective {
    /** What the other fetch directives fall back on. */
    DEFAULT_SRC(Kind.SOURCES),
    /** Scripts. */
    SCRIPT_SRC(Kind.SOURCES),
    /** Script elements. */
    SCRIPT_SRC_ELEM(Kind.SOURCES),
    /** Event handlers in attributes. */
    SCRIPT_SRC_ATTR(Kind.SOURCES),
    /** Style sheets. */
    STYLE_SRC(Kind.SOURCES),
    /** Style elements. */
    STYLE_SRC_ELEM(Kind.SOURCES),
    /** Style attributes. */
    STYLE_SRC_ATTR(Kind.SOURCES),
    /** Images. */
    IMG_SRC(Kind.SOURCES),
    /** Fonts. */
    FONT_SRC(Kind.SOURCES),
    /** {@code fetch}, WebSocket and the like. */
    CONNECT_SRC(Kind.SOURCES),
    /** Audio and video. */
    MEDIA_SRC(Kind.SOURCES),
    /** {@code object} and {@code embed}. */
    OBJECT_SRC(Kind.SOURCES),
    /** What may be framed and run as a worker. */
    CHILD_SRC(Kind.SOURCES),
    /** What may be framed. */
    FRAME_SRC(Kind.SOURCES),
    /** Workers. */
    WORKER_SRC(Kind.SOURCES),
    /** The app manifest. */
    MANIFEST_SRC(Kind.SOURCES),
    /** The {@code base} element. */
    BASE_URI(Kind.SOURCES),
    /** Where forms may be sent. */
    FORM_ACTION(Kind.SOURCES),
    /** Who may frame the page. */
    FRAME_ANCESTORS(Kind.SOURCES),
    /** What a sandbox allows. */
    SANDBOX(Kind.TOKENS),
    /** Turns addresses of the page from http into https. */
    UPGRADE_INSECURE_REQUESTS(Kind.FLAG),
    /** Where DOM sinks demand typed values: {@code 'script'}. */
    REQUIRE_TRUSTED_TYPES_FOR(Kind.TOKENS),
    /** Which trusted type policies may be made. */
    TRUSTED_TYPES(Kind.TOKENS),
    /** Where older browsers report. */
    REPORT_URI(Kind.TOKENS),
    /** The group of {@code Reporting-Endpoints} where browsers report. */
    REPORT_TO(Kind.TOKENS);

    enum Kind {
        SOURCES,
        TOKENS,
        FLAG
    }

    private final Kind kind;
    private final String word;

    CspDirective(Kind kind) {
        this.kind = kind;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Kind kind() {
        return kind;
    }

    /** Its name in the header. */
    public String word() {
        return word;
    }

    /** The one of this name, in upper or lower case. */
    public static Optional<CspDirective> of(String name) {
        for (CspDirective directive : values()) {
            if (directive.word.equalsIgnoreCase(name)) {
                return Optional.of(directive);
            }
        }
        return Optional.empty();
    }
}
