// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.error.ErrorAutoConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Room {@code queue}: there where the app has a task handler. */
@AutoConfiguration(
        after = {AlertAutoConfiguration.class, ErrorAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "dev.seaworthy.spring.boot3.json.Jackson2CodecAutoConfiguration",
            "dev.seaworthy.spring.boot4.json.Jackson3CodecAutoConfiguration"
        })
@EnableConfigurationProperties(QueueProperties.class)
public final class QueueAutoConfiguration {

    QueueAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "seaworthy.queue.enabled", matchIfMissing = true)
    @ConditionalOnBean(TaskHandler.class)
    @Import({StoreConfiguration.class, ReceiptConfiguration.class})
    static final class Active {

        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        TaskQueue seaworthyTaskQueue(
                QueueProperties properties,
                TaskStore store,
                ListableBeanFactory beans,
                ObjectProvider<TaskHandler<?, ?>> handlers,
                ObjectProvider<FailureRule> rules,
                Tools tools) {
            return TaskQueue.builder(store, QueueCodec.choose(beans))
                    .handlers(handlers.orderedStream().toList())
                    .rules(rules.orderedStream().toList())
                    .settings(properties.settings())
                    .principal(CurrentPrincipal.supplier())
                    .alerts(tools.alerts())
                    .telemetry(tools.telemetry())
                    .time(tools.time())
                    .build();
        }

        @Bean
        Tools seaworthyQueueTools(Alerts alerts, Telemetry telemetry, TimeSource time) {
            return new Tools(alerts, telemetry, time);
        }

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyQueueLifecycle")
        QueueLifecycle seaworthyQueueLifecycle(TaskQueue queue) {
            return new QueueLifecycle(queue);
        }

        @Bean
        @ConditionalOnMissingBean(name = "seaworthyQueueReporter")
        Reporter seaworthyQueueReporter(
                QueueProperties properties, TaskStore store, TaskQueue queue, ObjectProvider<DurabilityCheck> check) {
            DurabilityCheck found = check.getIfAvailable(() -> DurabilityCheck.NONE);
            return new QueueReporter(properties, store, queue, found::findings);
        }
    }

    /** What the queue shares with all rooms. */
    record Tools(Alerts alerts, Telemetry telemetry, TimeSource time) {}

    /** The app's codec, under a name of its own where payloads are to be written by another one. */
    static final class QueueCodec {

        static final String NAME = "seaworthyQueueCodec";

        private QueueCodec() {}

        static JsonCodec choose(ListableBeanFactory beans) {
            if (beans.containsBean(NAME)) {
                return beans.getBean(NAME, JsonCodec.class);
            }
            JsonCodec codec = beans.getBeanProvider(JsonCodec.class).getIfUnique();
            if (codec == null) {
                throw new IllegalStateException(
                        "the queue must have a JSON library for its payloads, got none; put Jackson"
                                + " on the class path, or declare a JsonCodec bean named " + NAME);
            }
            return codec;
        }
    }
}
