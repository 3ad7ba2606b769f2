// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.logging.JsonLogging;
import dev.seaworthy.core.redact.RedactSettings;
import dev.seaworthy.core.redact.Redactor;
import dev.seaworthy.servlet.SeaworthyFilters;
import java.util.Set;

/** Code of {@code docs/logging.md}. */
final class LoggingSnippets {

    private LoggingSnippets() {}

    static void install() {
        // region install
        JsonLogging.install("shop");
        // end
    }

    static SeaworthyFilters user() {
        // region user
        SeaworthyFilters filters = SeaworthyFilters.builder()
                .userContext(request -> request.getHeader("X-Employee-Number"))
                .build();
        // end
        return filters;
    }

    static String redact(String hashKey) {
        // region redact
        Redactor redactor = new Redactor(new RedactSettings(Set.of("customerNumber"), true, hashKey));
        String shown = redactor.text("customerNumber=4711 wrote from ada@example.com");
        // end
        return shown;
    }
}
