// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.time;

import dev.seaworthy.core.time.TimeSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The clock that all rooms read. */
@AutoConfiguration
public final class TimeAutoConfiguration {

    TimeAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TimeSource seaworthyTime() {
        return TimeSource.system();
    }
}
