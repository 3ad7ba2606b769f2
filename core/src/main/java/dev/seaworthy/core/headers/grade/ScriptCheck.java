// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers.grade;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the Observatory thinks of how a page loads its scripts. Reads start tags only: enough for pages that an app serves
 * itself, no HTML parser. A script from another host counts as foreign.
 */
final class ScriptCheck {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script((?:[\\s/][^>]*)?)>", Pattern.CASE_INSENSITIVE);
    private static final List<Verdict> WORSE = List.of(
            Verdict.SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY,
            Verdict.SRI_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY,
            Verdict.SRI_NOT_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_LOADED_SECURELY,
            Verdict.SRI_NOT_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY);

    private ScriptCheck() {}

    static Verdict of(ScannedAnswer answer) {
        String type = answer.one("content-type").split(";")[0].strip();
        if (!type.equals("text/html") && !type.equals("application/xhtml+xml")) {
            return Verdict.SRI_NOT_IMPLEMENTED_RESPONSE_NOT_HTML;
        }
        List<Script> scripts = SCRIPT.matcher(COMMENT.matcher(answer.html()).replaceAll(""))
                .results()
                .map(tag -> Script.of(tag.group(1)))
                .toList();
        if (scripts.isEmpty()) {
            return Verdict.SRI_NOT_IMPLEMENTED_BUT_NO_SCRIPTS_LOADED;
        }
        return scripts.stream()
                .flatMap(Script::findings)
                .max(Comparator.comparingInt(WORSE::indexOf))
                .orElse(
                        scripts.stream().anyMatch(Script::isForeign)
                                ? Verdict.SRI_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_LOADED_SECURELY
                                : Verdict.SRI_NOT_IMPLEMENTED_BUT_ALL_SCRIPTS_LOADED_FROM_SECURE_ORIGIN);
    }

    private record Script(String source, boolean integrity) {

        static Script of(String attributes) {
            return new Script(
                    value(attributes, "src").toLowerCase(Locale.ROOT),
                    !value(attributes, "integrity").isEmpty());
        }

        boolean isForeign() {
            return source.startsWith("//") || source.startsWith("http:") || source.startsWith("https:");
        }

        Stream<Verdict> findings() {
            if (source.isEmpty()) {
                return Stream.empty();
            }
            if (!isForeign()) {
                return integrity ? Stream.of(Verdict.SRI_IMPLEMENTED_AND_ALL_SCRIPTS_LOADED_SECURELY) : Stream.empty();
            }
            boolean secure = source.startsWith("https:");
            if (integrity) {
                return secure
                        ? Stream.empty()
                        : Stream.of(Verdict.SRI_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY);
            }
            return Stream.of(
                    secure
                            ? Verdict.SRI_NOT_IMPLEMENTED_BUT_EXTERNAL_SCRIPTS_LOADED_SECURELY
                            : Verdict.SRI_NOT_IMPLEMENTED_AND_EXTERNAL_SCRIPTS_NOT_LOADED_SECURELY);
        }

        private static String value(String attributes, String name) {
            Matcher attribute = Pattern.compile(
                            "(?:^|[\\s\"'/])" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))",
                            Pattern.CASE_INSENSITIVE)
                    .matcher(attributes);
            if (!attribute.find()) {
                return "";
            }
            return Stream.of(1, 2, 3)
                    .map(attribute::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElse("");
        }
    }
}
