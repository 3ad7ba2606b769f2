// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.jdbc.Durability;
import dev.seaworthy.core.queue.memory.InMemoryTaskStore;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.report.Finding;
import dev.seaworthy.core.time.TimeSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where entries live: in the app's database, else in memory. */
@Configuration(proxyBeanMethods = false)
final class StoreConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.jdbc.datasource.DataSourceUtils")
    @ConditionalOnBean(DataSource.class)
    static final class InDatabase {

        @Bean
        @ConditionalOnMissingBean
        TaskStore seaworthyTaskStore(QueueProperties properties, ListableBeanFactory beans) {
            QueueDatabase database = new QueueDatabase(properties);
            return database.open(database.choose(beans));
        }

        @Bean
        DurabilityCheck seaworthyQueueDurability(QueueProperties properties, ListableBeanFactory beans) {
            return () -> {
                DataSource source = new QueueDatabase(properties).choose(beans);
                return new Durability(new SpringConnections(source))
                        .finding()
                        .map(Finding::warn)
                        .map(List::of)
                        .orElse(List.of());
            };
        }
    }

    @Bean
    @ConditionalOnMissingBean
    TaskStore seaworthyMemoryTaskStore(TimeSource time) {
        return new InMemoryTaskStore(time);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.annotation.Endpoint")
    static final class Operators {

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyQueueCounter")
        QueueCounter seaworthyQueueCounter(TaskQueue queue) {
            return new QueueCounter(queue);
        }
    }
}
