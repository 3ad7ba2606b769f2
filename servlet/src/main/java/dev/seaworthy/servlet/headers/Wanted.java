// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.headers;

import dev.seaworthy.core.headers.AnswerKind;
import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.PathRule;
import dev.seaworthy.core.headers.cookie.CookieHardening;
import dev.seaworthy.core.headers.csp.Nonces;
import dev.seaworthy.core.headers.profile.HeaderProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings with all that can be computed from them once.
 *
 * @param hidden names that the app is told are not there, so that another owner writes its own
 */
record Wanted(
        HeaderSettings settings, Map<String, Role> roles, CookieHardening cookies, Nonces nonces, Set<String> hidden) {

    static Wanted of(HeaderSettings settings, Nonces nonces, Set<String> hidden) {
        return new Wanted(settings, Role.of(settings), new CookieHardening(settings.cookies()), nonces, hidden);
    }

    /** What a rule says about the path; null if none does. */
    @Nullable
    HeaderProfile pinned(String path) {
        List<PathRule> rules = settings.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).matches(path)) {
                return rules.get(i).profile();
            }
        }
        return null;
    }

    HeaderProfile profile(AnswerKind kind) {
        return settings.profile(kind);
    }
}
