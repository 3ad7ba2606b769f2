// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.headers.HeaderSettings;
import dev.seaworthy.core.headers.cookie.CookieSettings;
import dev.seaworthy.core.headers.fetch.IsolationPolicy;
import dev.seaworthy.core.headers.intake.IntakeSettings;
import dev.seaworthy.core.headers.profile.Hsts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HeadersPropertiesTest {

    @Test
    void defaultsAreThoseOfCore() {
        HeadersProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("seaworthy.headers", HeadersProperties.class);
        HeaderSettings core = HeaderSettings.withDefaults();

        assertThat(properties.enabled()).isTrue();
        assertThat(properties.data()).isEqualTo(core.data().name());
        assertThat(properties.pages()).isEqualTo(core.document().name());
        assertThat(properties.assets()).isEqualTo(core.asset().name());
        assertThat(properties.noStorePersonal()).isEqualTo(core.noStorePersonal());
        assertThat(properties.cookies().settings()).isEqualTo(CookieSettings.withDefaults());
        assertThat(properties.hsts().goal()).isEqualTo(Hsts.withDefaults());
        assertThat(properties.reports().settings()).isEqualTo(IntakeSettings.withDefaults());
        assertThat(properties.isolation().policy()).isEqualTo(IsolationPolicy.withDefaults());
    }
}
