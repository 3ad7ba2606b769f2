// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.headers.intake.IntakeSettings;
import dev.seaworthy.core.headers.profile.Hsts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeadersPageTest {

    @Test
    void thePageTellsTheDefaults() throws IOException {
        HeaderSettings defaults = HeaderSettings.withDefaults();
        IntakeSettings reports = IntakeSettings.withDefaults();
        String names = defaults.cookies().httpOnly().stream()
                .map(name -> '`' + name + '`')
                .collect(Collectors.joining(", "));
        assertThat(Files.readString(Path.of("../docs/headers.md")))
                .contains(
                        "| data, pages, assets | `" + defaults.data() + "`, `" + defaults.document() + "`, `"
                                + defaults.asset() + "` |",
                        "| `Strict-Transport-Security` | `"
                                + Hsts.withDefaults().value() + "` |",
                        "| cookies | `SameSite=" + defaults.cookies().sameSite() + "`; `HttpOnly` for names with "
                                + names + " |",
                        "| reports | `" + reports.path() + "`, " + reports.maxBytes() + " bytes each, "
                                + reports.maxPerMinute() + " a minute, " + reports.maxViolations()
                                + " different ones |");
    }
}
