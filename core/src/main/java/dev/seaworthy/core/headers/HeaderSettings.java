// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import dev.seaworthy.core.headers.cookie.CookieSettings;
import dev.seaworthy.core.headers.profile.BuiltInProfile;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which answer gets which headers. Immutable.
 *
 * @param data what data gets
 * @param document what pages get
 * @param asset what everything else gets
 * @param rules profiles by path; the first that matches wins over the type of the answer
 * @param cookies how cookies are hardened
 * @param noStorePersonal whether pages and data for somebody who is logged in are kept out of caches, unless the app says
 *     itself how to cache them
 * @param removed headers that are not sent, whoever sets them
 */
public record HeaderSettings(
        HeaderProfile data,
        HeaderProfile document,
        HeaderProfile asset,
        List<PathRule> rules,
        CookieSettings cookies,
        boolean noStorePersonal,
        Set<String> removed) {

    /** Copies. */
    public HeaderSettings {
        rules = List.copyOf(rules);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(removed);
        removed = Collections.unmodifiableSet(names);
    }

    /** Data strict at once, pages observed, everything else as gently as possible. */
    public static HeaderSettings withDefaults() {
        return new HeaderSettings(
                BuiltInProfile.API.profile(),
                BuiltInProfile.HTML_OBSERVE.profile(),
                BuiltInProfile.ASSET.profile(),
                List.of(),
                CookieSettings.withDefaults(),
                true,
                RemovedHeaders.DEFAULTS);
    }

    /** The same with one more rule, asked after those there are. */
    public HeaderSettings with(PathRule rule) {
        return new HeaderSettings(
                data,
                document,
                asset,
                Stream.concat(rules.stream(), Stream.of(rule)).toList(),
                cookies,
                noStorePersonal,
                removed);
    }

    /** The same with another profile for pages. */
    public HeaderSettings withDocument(HeaderProfile profile) {
        return new HeaderSettings(data, profile, asset, rules, cookies, noStorePersonal, removed);
    }

    /** The profile for a kind of answer on a path without a rule. */
    public HeaderProfile profile(AnswerKind kind) {
        return switch (kind) {
            case DATA -> data;
            case DOCUMENT -> document;
            case ASSET -> asset;
        };
    }

    /** All profiles. */
    public List<HeaderProfile> profiles() {
        return Stream.concat(Stream.of(data, document, asset), rules.stream().map(PathRule::profile))
                .distinct()
                .toList();
    }
}
