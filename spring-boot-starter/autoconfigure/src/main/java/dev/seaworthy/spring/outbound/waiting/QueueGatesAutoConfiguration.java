// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.outbound.waiting;

import dev.seaworthy.core.outbound.ExternalServices;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.spring.outbound.OutboundAutoConfiguration;
import dev.seaworthy.spring.queue.QueueAutoConfiguration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What a door finds out about its service, the queue of that service need not find out again. */
@AutoConfiguration(after = {OutboundAutoConfiguration.class, QueueAutoConfiguration.class})
@ConditionalOnBean({ExternalServices.class, TaskQueue.class})
public final class QueueGatesAutoConfiguration {

    QueueGatesAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyQueueGates")
    SmartInitializingSingleton seaworthyQueueGates(ExternalServices services, TaskQueue queue) {
        return () -> QueueGates.tie(services, queue);
    }
}
