// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The annotation processor is silently skipped by newer JDKs where it is not named in the build. */
class ConfigurationMetadataTest {

    @Test
    void everyPropertyIsDescribed() throws IOException {
        assertThat(read("META-INF/spring-configuration-metadata.json"))
                .contains(
                        "\"seaworthy.error.enabled\"",
                        "\"seaworthy.error.type-base\"",
                        "\"seaworthy.error.invalid-status\"",
                        "\"seaworthy.error.constraint-fields\"",
                        "\"seaworthy.report.enabled\"",
                        "whether failures are answered in one shape");
    }

    @Test
    void autoConfigurationsAreIndexed() throws IOException {
        assertThat(read("META-INF/spring-autoconfigure-metadata.properties")).contains("ErrorAutoConfiguration");
    }

    private String read(String resource) throws IOException {
        // Boot's own jars have files of the same name.
        var own = getClass().getProtectionDomain().getCodeSource().getLocation();
        var classes = java.net.URI.create(own.toString().replace("test-classes", "classes"));
        try (InputStream in = classes.resolve(resource).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
