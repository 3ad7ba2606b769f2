// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seaworthy.core.json.JsonCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The codec over the app's Jackson 2 mapper, unless there is one already: Jackson 3's, or the app's own. */
@AutoConfiguration(
        beforeName = "dev.seaworthy.spring.error.ErrorAutoConfiguration",
        afterName = {
            "dev.seaworthy.spring.boot4.json.Jackson3CodecAutoConfiguration",
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
            "org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration"
        })
@ConditionalOnClass(name = "com.fasterxml.jackson.databind.ObjectMapper")
public final class Jackson2CodecAutoConfiguration {

    Jackson2CodecAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    JsonCodec seaworthyJsonCodec(ObjectProvider<ObjectMapper> mapper) {
        return new Jackson2Codec(() -> mapper.getIfUnique(ObjectMapper::new));
    }
}
