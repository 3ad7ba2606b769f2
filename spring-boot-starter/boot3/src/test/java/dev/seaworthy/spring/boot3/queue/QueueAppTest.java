// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.receipt.Receipt;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue in a real app of this line: its database, its transactions, its JSON library. */
class QueueAppTest {

    record Mail(String to, int copies) {}

    record Sent(String id) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {

        @Bean
        TaskHandler<Mail, Sent> mail() {
            return TaskHandler.of("mail.send", Mail.class, Sent.class)
                    .handle((mail, context) -> TaskAnswer.done(new Sent(mail.to() + mail.copies())));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "SERVLET"})
    @SuppressWarnings("unchecked")
    void enqueuedCallsJoinTheTransactionAndAreCarriedOut(WebApplicationType type) {
        SpringApplication application = new SpringApplication(App.class);
        application.setWebApplicationType(type);
        try (ConfigurableApplicationContext app = application.run(
                "--server.port=0",
                "--seaworthy.queue.poll-interval=50ms",
                "--spring.datasource.url=jdbc:h2:mem:boot3" + type)) {
            TaskQueue queue = app.getBean(TaskQueue.class);
            TaskHandler<Mail, Sent> mail = app.getBean("mail", TaskHandler.class);
            TransactionTemplate transaction = app.getBean(TransactionTemplate.class);
            Receipt receipt =
                    Objects.requireNonNull(transaction.execute(status -> queue.enqueue(mail, new Mail("a", 2), "k")));
            await().until(() -> queue.receipt(receipt.id()).orElseThrow().state() == Receipt.State.DONE);
            assertThat(queue.submit(mail, new Mail("b", 1), "k")).hasFieldOrPropertyWithValue("result", new Sent("a2"));
        }
    }
}
