// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.queue;

import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.receipt.ReceiptTexts;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.servlet.queue.ReceiptServlet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves receipts in a servlet app whose errors Seaworthy answers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "seaworthy.queue.receipts.enabled", matchIfMissing = true)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.http.HttpServlet")
@ConditionalOnBean({ErrorDesk.class, ProblemWriter.class})
final class ReceiptConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ReceiptTexts seaworthyReceiptTexts() {
        return ReceiptTexts.shipped();
    }

    @Bean
    @ConditionalOnMissingBean(name = "seaworthyReceiptServlet")
    ServletRegistrationBean<ReceiptServlet> seaworthyReceiptServlet(
            QueueProperties properties, TaskQueue queue, ErrorDesk desk, ProblemWriter writer, ReceiptTexts texts) {
        ServletRegistrationBean<ReceiptServlet> registration = new ServletRegistrationBean<>(
                new ReceiptServlet(queue, desk, writer, texts),
                properties.receipts().path() + "/*");
        registration.setName("seaworthy-receipts");
        return registration;
    }
}
