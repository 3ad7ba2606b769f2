// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error.answer;

import java.util.List;
import java.util.Locale;

/** Reads {@code Accept} far enough to choose between JSON and HTML. */
final class Accept {

    private static final double UNNAMED = -1;

    private final double html;
    private final double json;

    private Accept(double html, double json) {
        this.html = html;
        this.json = json;
    }

    static Accept parse(List<String> headers) {
        return new Accept(
                quality(headers, "text", "html"),
                Math.max(quality(headers, "application", "problem+json"), quality(headers, "application", "json")));
    }

    /** A tie goes to JSON: a client without a preference is a program. */
    boolean prefersHtml() {
        return html > json;
    }

    // The most specific range decides, whatever its quality: RFC 9110, section 12.5.1.
    private static double quality(List<String> headers, String type, String subtype) {
        double exact = UNNAMED;
        double anySubtype = UNNAMED;
        double any = UNNAMED;
        for (String header : headers) {
            for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
                String[] parts = range.split(";");
                String media = parts.length == 0 ? "" : parts[0].trim();
                if (media.equals(type + '/' + subtype)) {
                    exact = Math.max(exact, q(parts));
                } else if (media.equals(type + "/*")) {
                    anySubtype = Math.max(anySubtype, q(parts));
                } else if (media.equals("*/*")) {
                    any = Math.max(any, q(parts));
                }
            }
        }
        return exact != UNNAMED ? exact : anySubtype != UNNAMED ? anySubtype : Math.max(any, 0);
    }

    private static double q(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            if (parameter.startsWith("q=")) {
                return weight(parameter.substring(2).trim());
            }
        }
        return 1;
    }

    private static double weight(String value) {
        return value.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(value)) : 0;
    }
}
