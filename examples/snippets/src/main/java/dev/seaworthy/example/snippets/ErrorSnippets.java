// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.snippets;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.ProblemException;
import dev.seaworthy.core.error.rule.FailsWith;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.servlet.error.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Code of {@code docs/error.md}. */
final class ErrorSnippets {

    private ErrorSnippets() {}

    // region exception
    @FailsWith(failureClass = FailureClass.CONFLICT, code = "OUT_OF_STOCK")
    static final class OutOfStock extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
    // end

    static Problem desk(Exception failure) {
        // region desk
        ErrorDesk desk = ErrorDesk.builder()
                .rule(FailureRule.on(
                        IllegalMonitorStateException.class, Classification.of(FailureClass.LOCALLY_REFUSED)))
                .constraints(Map.of("customer_email_key", "/email"))
                .build();

        Problem problem = desk.report(failure, Locale.GERMAN);
        String body = problem.toJson();
        // end
        return body.isEmpty() ? problem : desk.refuse(HttpStatuses.classify(404), Locale.GERMAN);
    }

    static void refuse(LocalDate day) {
        // region refuse
        if (day.isBefore(LocalDate.EPOCH)) {
            throw new ProblemException(
                    Classification.of(FailureClass.CONFLICT)
                            .withCode("DAY_IS_OVER")
                            .withDetail("Orders are taken for days to come"),
                    "order for " + day);
        }
        // end
    }

    static void write(ErrorDesk desk, ProblemWriter writer, HttpServletRequest request, HttpServletResponse response) {
        // region write
        if (request.getParameter("voucher") == null) {
            Classification refusal = Classification.of(FailureClass.INPUT_INVALID)
                    .withCode("VOUCHER_MISSING")
                    .withDetail("This shop takes vouchers only");
            writer.write(request, response, desk.refuse(refusal, request.getLocale()));
            return;
        }
        // end
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
