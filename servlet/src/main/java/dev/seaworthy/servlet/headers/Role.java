// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import dev.seaworthy.core.headers.profile.SecurityHeader;
import java.util.Map;
import java.util.TreeMap;

/** Why we look at a header that the app sets. */
enum Role {
    /** One of ours: the app's value wins. */
    OURS,
    /** Not sent. */
    REMOVED,
    /** Says what the answer is. */
    TYPE,
    /** Hardened. */
    COOKIE,
    /** Must not let a page with a nonce be stored. */
    CACHING,
    /** Must not let a page with a nonce be validated. */
    VALIDATOR;

    static Map<String, Role> of(HeaderSettings settings) {
        Map<String, Role> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        settings.removed().forEach(name -> roles.put(name, REMOVED));
        roles.put("Content-Type", TYPE);
        roles.put("Set-Cookie", COOKIE);
        roles.put("Cache-Control", CACHING);
        roles.put("ETag", VALIDATOR);
        roles.put("Last-Modified", VALIDATOR);
        roles.put(HeaderProfile.CSP, OURS);
        roles.put(HeaderProfile.CSP_REPORT_ONLY, OURS);
        for (HeaderProfile profile : settings.profiles()) {
            for (SecurityHeader header : profile.fixed(true)) {
                roles.put(header.name(), OURS);
            }
        }
        return roles;
    }
}
