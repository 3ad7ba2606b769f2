// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.queue;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.text.LocalizedText;
import dev.seaworthy.core.queue.TaskQueue;
import dev.seaworthy.core.queue.receipt.Receipt;
import dev.seaworthy.core.queue.receipt.ReceiptTexts;
import dev.seaworthy.servlet.client.CallerLanguage;
import dev.seaworthy.servlet.error.ProblemWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far a queued call is. To be mapped to {@value #DEFAULT_PATH}{@code /*}. Whoever was signed in when the call was
 * made must be so now; where nobody was, who knows the id may ask. Thread-safe.
 */
public final class ReceiptServlet extends HttpServlet {

    /** Where it is unless told otherwise. */
    public static final String DEFAULT_PATH = "/seaworthy/receipts";

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final transient TaskQueue queue;
    private final transient ErrorDesk desk;
    private final transient ProblemWriter writer;
    private final transient ReceiptTexts texts;

    /** Problems go through the one desk and the one writer. */
    public ReceiptServlet(TaskQueue queue, ErrorDesk desk, ProblemWriter writer, ReceiptTexts texts) {
        this.queue = queue;
        this.desk = desk;
        this.writer = writer;
        this.texts = texts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String id = path == null || path.isEmpty() ? "" : path.substring(1);
        Optional<Receipt> receipt = queue.receipt(id);
        if (receipt.isEmpty()) {
            Classification unknown = Classification.of(FailureClass.PROTOCOL_REFUSAL);
            refuse(request, response, unknown.withStatus(NOT_FOUND).withCode("NOT_FOUND"));
        } else if (!queue.mayRead(id, caller(request))) {
            refuse(request, response, Classification.of(FailureClass.FORBIDDEN));
        } else {
            answer(request, response, receipt.get());
        }
    }

    private static @Nullable String caller(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Classification refusal) {
        writer.write(request, response, desk.refuse(refusal, CallerLanguage.of(request)));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Receipt receipt) throws IOException {
        Locale wanted = CallerLanguage.of(request);
        LocalizedText text = texts.of(receipt.state(), wanted);
        byte[] body = receipt.toJson(text.text()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setHeader("Content-Language", text.locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "Accept-Language");
        if (!receipt.state().isFinal()) {
            response.setHeader("Retry-After", Long.toString(seconds(receipt)));
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static long seconds(Receipt receipt) {
        Instant next = receipt.nextTry();
        Instant asked = receipt.askedAt();
        Duration wait = next == null ? ASK_AGAIN : Duration.between(asked, next);
        return Math.max(ASK_AGAIN.toSeconds(), wait.toSeconds());
    }
}
