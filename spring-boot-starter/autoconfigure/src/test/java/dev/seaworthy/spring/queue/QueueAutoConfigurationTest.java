// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.json.JsonCodec;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.engine.QueueSettings;
import dev.seaworthy.core.queue.jdbc.JdbcTaskStore;
import dev.seaworthy.core.queue.memory.InMemoryTaskStore;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.store.TaskStore;
import dev.seaworthy.core.report.RoomReport;
import dev.seaworthy.core.report.StartupReport;
import dev.seaworthy.servlet.queue.ReceiptServlet;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.report.ReportAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

class QueueAutoConfigurationTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    java.nio.file.Path directory;

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    QueueAutoConfiguration.class,
                    ReportAutoConfiguration.class,
                    AlertAutoConfiguration.class,
                    TelemetryAutoConfiguration.class,
                    TimeAutoConfiguration.class))
            .withBean(JsonCodec.class, PlainCodec::new)
            .withPropertyValues("seaworthy.queue.poll-interval=50ms", "seaworthy.queue.drain-time=1s");

    private final ApplicationContextRunner app = bare.withUserConfiguration(Handlers.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    TransactionAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:h2:mem:spring" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");

    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        TaskHandler<String, Void> mail() {
            return TaskHandler.of("mail.send", String.class).handle((text, context) -> TaskAnswer.done());
        }
    }

    @SuppressWarnings("unchecked")
    private static TaskHandler<String, Void> mail(ApplicationContext context) {
        return context.getBean("mail", TaskHandler.class);
    }

    private static TaskQueue queue(ApplicationContext context) {
        return context.getBean(TaskQueue.class);
    }

    private static RoomReport report(ApplicationContext context) {
        return context.getBean(StartupReport.class).rooms().stream()
                .filter(room -> room.room().equals("queue"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAHandlerThereIsNoQueue() {
        bare.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TaskQueue.class));
    }

    @Test
    void switchedOffThereIsNoQueue() {
        app.withPropertyValues("seaworthy.queue.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TaskQueue.class));
    }

    @Test
    void defaultsAreThoseOfCore() {
        app.withPropertyValues("seaworthy.queue.poll-interval=1s", "seaworthy.queue.drain-time=20s")
                .run(context -> {
                    QueueProperties properties = context.getBean(QueueProperties.class);
                    assertThat(properties.settings()).isEqualTo(QueueSettings.withDefaults());
                    assertThat(properties.receipts().path()).isEqualTo(ReceiptServlet.DEFAULT_PATH);
                });
    }

    @Test
    void enqueuedCallsJoinTheTransactionOfAPlainDataSource() {
        app.run(context -> {
            TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            jdbc.execute("create table orders (id int)");
            transaction.executeWithoutResult(status -> {
                jdbc.update("insert into orders values (1)");
                queue(context).enqueue(mail(context), "hello", "k1");
                status.setRollbackOnly();
            });
            assertThat(jdbc.queryForObject("select count(*) from seaworthy_task", Integer.class))
                    .isZero();
            Receipt receipt = transaction.execute(status -> {
                jdbc.update("insert into orders values (1)");
                return queue(context).enqueue(mail(context), "hello", "k1");
            });
            await().until(() ->
                    queue(context).receipt(receipt.id()).orElseThrow().state() == Receipt.State.DONE);
            assertThat(jdbc.queryForObject("select count(*) from orders", Integer.class))
                    .isEqualTo(1);
        });
    }

    @Test
    void outsideOfATransactionAndInAnotherOneItIsRefusedInWords() {
        app.run(context -> {
            assertThatThrownBy(() -> queue(context).enqueue(mail(context), "hello", null))
                    .hasMessage(
                            "enqueue must join a transaction on the database of the queue, got none; open one around"
                                    + " it (@Transactional), or call enqueueNow");
            TransactionTemplate elsewhere = new TransactionTemplate(
                    new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:elsewhere")));
            elsewhere.executeWithoutResult(status -> assertThatThrownBy(
                            () -> queue(context).enqueue(mail(context), "hello", null))
                    .hasMessageContaining("got one on another database"));
        });
    }

    @Test
    void aSubmissionInsideATransactionIsRefusedInWords() {
        app.run(context -> context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> assertThatThrownBy(
                                () -> queue(context).submit(mail(context), "hello", "k"))
                        .hasMessage(
                                "submit must be called outside of a transaction, got one: it commits an intent before"
                                        + " it calls the service, which a rollback here could not take back; use enqueue"
                                        + " inside")));
    }

    @Test
    void severalDataSourcesNeedAChoice() {
        ApplicationContextRunner two = bare.withUserConfiguration(Handlers.class)
                .withBean("orders", DataSource.class, () -> source("orders"))
                .withBean("audit", DataSource.class, () -> source("audit"));
        two.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage(
                        "seaworthy.queue.data-source must say which DataSource holds the queue, got several: [audit,"
                                + " orders]; write the one whose transactions enqueue should join"));
        two.withPropertyValues("seaworthy.queue.data-source=orders")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(TaskQueue.class));
        two.withPropertyValues("seaworthy.queue.data-source=attic")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "seaworthy.queue.data-source must be the name of a DataSource bean, got 'attic'; there are"
                                        + " [audit, orders]"));
    }

    private static DataSource source(String name) {
        return new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void aTransactionAwareProxyIsSeenThrough() {
        bare.withUserConfiguration(Handlers.class)
                .withBean(DataSource.class, () -> new TransactionAwareDataSourceProxy(source("proxied")))
                .run(context -> {
                    DataSource proxy = context.getBean(DataSource.class);
                    TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(proxy));
                    transaction.executeWithoutResult(status -> {
                        queue(context).enqueue(mail(context), "hello", null);
                        status.setRollbackOnly();
                    });
                    assertThat(new JdbcTemplate(proxy)
                                    .queryForObject("select count(*) from seaworthy_task", Integer.class))
                            .isZero();
                });
    }

    @Test
    void withoutADataSourceItLivesInMemoryAndSaysSo() {
        bare.withUserConfiguration(Handlers.class).run(context -> {
            assertThat(context.getBean(TaskStore.class)).isInstanceOf(InMemoryTaskStore.class);
            assertThat(report(context).findings())
                    .extracting("text")
                    .containsExactly("the queue lives in memory: a restart loses every call in it; give the app a"
                            + " DataSource (PostgreSQL, MySQL, MariaDB, H2, HSQLDB)");
        });
    }

    @Test
    void anH2FileThatAcknowledgesTooEarlyIsSaidAndSetRightBySwitch() {
        String url = "spring.datasource.url=jdbc:h2:file:" + directory.resolve("early");
        app.withPropertyValues(url)
                .run(context -> assertThat(report(context).findings())
                        .extracting("text")
                        .singleElement()
                        .asString()
                        .startsWith("H2 writes commits after it has acknowledged them"));
        app.withPropertyValues(url, "seaworthy.queue.fix-durability=true")
                .run(context -> assertThat(report(context).findings()).isEmpty());
    }

    @Test
    void missingTablesStopTheStartInWords() {
        app.withPropertyValues("seaworthy.queue.schema=validate")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("SEAWORTHY_TASK"));
        app.withPropertyValues("seaworthy.queue.schema=validate")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "run dev/seaworthy/core/queue/jdbc/queue-h2.sql from seaworthy-core in your"
                                        + " migrations, or let the app create them"));
    }

    @Test
    void aBadValueStopsTheStartInWords() {
        app.withPropertyValues("seaworthy.queue.threads=0")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "seaworthy.queue.threads must be 1 or more, got '0'; write for example 16"));
        app.withPropertyValues("seaworthy.queue.receipts.path=receipts/")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("seaworthy.queue.receipts.path must begin with a slash and end without"
                                + " one, got 'receipts/'; write for example /seaworthy/receipts"));
    }

    @Test
    void theReportSaysWhereItLivesAndWhatWaits() {
        app.run(context -> {
            assertThat(context.getBean(TaskStore.class)).isInstanceOf(JdbcTaskStore.class);
            queue(context).gate("mail").hold(java.time.Duration.ofMinutes(5), "incident 42");
            queue(context).enqueueNow(mail(context), "hello", null);
            assertThat(report(context).settings())
                    .containsEntry("store", "H2")
                    .containsEntry("queues", "mail")
                    .containsEntry("mail", "1 waiting, 0 running, 0 dead")
                    .containsKey("mail.closed-for");
        });
    }
}
