// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.json;

import dev.seaworthy.core.json.JsonCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The codec over the app's Jackson 3 mapper, unless the app brings its own codec. */
@AutoConfiguration(
        beforeName = "dev.seaworthy.spring.error.ErrorAutoConfiguration",
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass(name = "tools.jackson.databind.json.JsonMapper")
public final class Jackson3CodecAutoConfiguration {

    Jackson3CodecAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    JsonCodec seaworthyJsonCodec(ObjectProvider<JsonMapper> mapper) {
        return new Jackson3Codec(() -> mapper.getIfUnique(JsonMapper::new));
    }
}
