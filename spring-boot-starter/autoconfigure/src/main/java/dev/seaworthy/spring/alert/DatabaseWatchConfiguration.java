// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.alert;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.FailureClass;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds out when a lost database is back: nobody else tells. Asks only while the alert goes on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.alert.enabled", matchIfMissing = true)
final class DatabaseWatchConfiguration {

    private static final int PATIENCE_SECONDS = 5;

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyDatabaseWatch")
    SmartInitializingSingleton seaworthyDatabaseWatch(
            Alerts alerts, ObjectProvider<DataSource> databases, ListableBeanFactory beans) {
        return () -> {
            // Without creating one: a lazy database stays lazy.
            if (beans.getBeanNamesForType(DataSource.class, true, false).length > 0) {
                alerts.watch(
                        FailureClass.DATABASE_UNAVAILABLE.code(),
                        () -> databases.stream().allMatch(DatabaseWatchConfiguration::answers));
            }
        };
    }

    private static boolean answers(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException stillGone) {
            return false;
        }
    }
}
