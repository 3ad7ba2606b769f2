// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import dev.seaworthy.core.redact.Redact;
import dev.seaworthy.core.redact.RedactSettings;
import dev.seaworthy.core.redact.Redactor;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** User ids as a log may have them: harmless, short, and never an e-mail address but a hash that joins its events. */
final class UserIds {

    static final String ATTRIBUTE = UserIds.class.getName();

    private static final int MAX = 128;
    private static final int KEY_BYTES = 16;

    private final UserContext context;
    private final Redactor redactor;

    /** Without a key, the hashes of e-mail addresses are comparable until the app restarts. */
    UserIds(UserContext context, @Nullable String hashKey) {
        this.context = context;
        this.redactor = new Redactor(new RedactSettings(Set.of(), true, hashKey == null ? randomKey() : hashKey));
    }

    /** The one found before, or the one to be found now; null for nobody. */
    @Nullable
    String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        try {
            String user = context.userId(request);
            if (user == null || user.isEmpty()) {
                return null;
            }
            String safe = Redact.line(redactor.text(user), MAX);
            request.setAttribute(ATTRIBUTE, safe);
            return safe;
        } catch (RuntimeException nobodyKnows) {
            return null;
        }
    }

    private static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
