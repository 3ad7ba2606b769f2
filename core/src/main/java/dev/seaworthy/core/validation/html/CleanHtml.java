// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.html;

import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * Cleans HTML: what {@link SafeHtml} would refuse is taken away. Needs {@code owasp-java-html-sanitizer}. Thread-safe.
 */
public final class CleanHtml {

    private static final PolicyFactory POLICY =
            Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.TABLES).and(Sanitizers.LINKS);

    private CleanHtml() {}

    /** Only the harmless part of it, well formed. Links get {@code rel="nofollow"}. */
    public static String clean(String html) {
        return POLICY.sanitize(html);
    }

    static boolean isClean(String html) {
        Findings findings = new Findings();
        POLICY.sanitize(html, findings, null);
        return !findings.any;
    }

    /** Hears of what was taken away. */
    private static final class Findings implements HtmlChangeListener<Object> {

        private boolean any;

        @Override
        public void discardedTag(@Nullable Object context, String elementName) {
            any = true;
        }

        @Override
        public void discardedAttributes(@Nullable Object context, String tagName, String... attributeNames) {
            any = true;
        }
    }
}
