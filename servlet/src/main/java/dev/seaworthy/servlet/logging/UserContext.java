// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Says on whose behalf a request runs. Thread-safe; what it throws means nobody. */
@FunctionalInterface
public interface UserContext {

    /** The principal's name, as Spring Security and the container know it. */
    UserContext PRINCIPAL = request -> {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    };

    /** An id that may stand in a log, best one that means nothing to strangers; null for nobody. */
    @Nullable
    String userId(HttpServletRequest request);
}
