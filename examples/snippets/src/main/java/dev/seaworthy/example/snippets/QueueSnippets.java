// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.queue.Submission;
import dev.seaworthy.core.queue.TaskAnswer;
import dev.seaworthy.core.queue.TaskHandler;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.receipt.Receipt;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;

/** Code of {@code docs/queue.md}. */
final class QueueSnippets {

    private QueueSnippets() {}

    record Charge(String orderId, long cents) {}

    record Paid(String reference) {}

    record Mail(String to, String orderId) {}

    static final class CardDeclined extends Exception {

        private static final long serialVersionUID = 1L;
    }

    interface Provider {
        String charge(String orderId, long cents, String idempotencyKey) throws CardDeclined;
    }

    interface Orders {
        String save(String buyer);

        void declined(String orderId);
    }

    // region handler
    @Bean
    TaskHandler<Charge, Paid> chargeCard(Provider provider, Orders orders) {
        return TaskHandler.of("billing.charge", Charge.class, Paid.class) // stable: stored with every entry
                .queue("payments") // the service: what is paused as one
                .giveUpAfter(Duration.ofHours(23)) // the provider forgets keys after 24
                .onRefused((charge, context, reason) -> orders.declined(charge.orderId()))
                .handle((charge, context) -> {
                    try {
                        String key = context.idempotencyKey(); // the same for every attempt
                        return TaskAnswer.done(new Paid(provider.charge(charge.orderId(), charge.cents(), key)));
                    } catch (CardDeclined declined) {
                        return TaskAnswer.refused("card declined"); // for good; anything thrown is tried again
                    }
                });
    }
    // end

    record Shop(TaskQueue queue, TaskHandler<Mail, Void> confirmMail, Orders orders) {

        // region enqueue
        @Transactional
        public String place(String buyer) {
            String orderId = orders.save(buyer);
            queue.enqueue(confirmMail, new Mail(buyer, orderId), "confirm:" + orderId); // with the order, or not at all
            return orderId;
        }
        // end
    }

    static ResponseEntity<?> pay(TaskQueue queue, TaskHandler<Charge, Paid> chargeCard, Charge charge) {
        // region submit
        Submission<Paid> answer = queue.submit(chargeCard, charge, "charge:" + charge.orderId());
        if (answer instanceof Submission.Completed<Paid> completed) {
            return ResponseEntity.ok(completed.result());
        }
        if (answer instanceof Submission.Queued<Paid> queued) {
            Receipt receipt = queued.receipt();
            return ResponseEntity.accepted()
                    .header("Location", "/seaworthy/receipts/" + receipt.id())
                    .body(receipt);
        }
        Submission.Failed<Paid> failed = (Submission.Failed<Paid>) answer;
        return ResponseEntity.status(failed.classification().status()).body(failed.reason());
        // end
    }
}
