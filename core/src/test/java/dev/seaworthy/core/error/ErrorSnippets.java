// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.error;

import dev.seaworthy.core.error.rule.FailsWith;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** The code of {@code docs/error.md}; {@link ErrorPageTest} compares the two. */
final class ErrorSnippets {

    private ErrorSnippets() {}

    // tag::exception[]
    @FailsWith(failureClass = FailureClass.CONFLICT, code = "OUT_OF_STOCK")
    static final class OutOfStock extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
    // end::exception[]

    static Problem desk(Exception failure) {
        // tag::desk[]
        ErrorDesk desk = ErrorDesk.builder()
                .rule(FailureRule.on(
                        IllegalMonitorStateException.class, Classification.of(FailureClass.LOCALLY_REFUSED)))
                .constraints(Map.of("customer_email_key", "/email"))
                .build();

        Problem problem = desk.report(failure, Locale.GERMAN);
        String body = problem.toJson();
        // end::desk[]
        return body.isEmpty() ? problem : desk.refuse(HttpStatuses.classify(404), Locale.GERMAN);
    }

    static void refuse(LocalDate day) {
        // tag::refuse[]
        if (day.isBefore(LocalDate.EPOCH)) {
            throw new ProblemException(
                    Classification.of(FailureClass.CONFLICT)
                            .withCode("DAY_IS_OVER")
                            .withDetail("Orders are taken for days to come"),
                    "order for " + day);
        }
        // end::refuse[]
    }
}
