// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.desk.ErrorSettings;
import dev.seaworthy.core.time.TimeSource;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class SpringFailureRulesTest {

    private static final class TooBig extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final FailureRule LIMIT = link -> link instanceof TooBig
            ? Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(413).withCode("CONTENT_TOO_LARGE")
            : null;

    private final ErrorDesk desk = ErrorDesk.builder()
            .settings(new ErrorSettings(null, 400))
            .frameworkRules(SpringFailureRules.of(
                    () -> null,
                    new StaticMessageSource(),
                    new DefaultListableBeanFactory(),
                    List.of(LIMIT),
                    TimeSource.system()))
            .build();

    @Test
    void refusalsOfMvcKeepStatusAndHeaders() {
        assertIs(new NoResourceFoundException(HttpMethod.GET, "/secret"), 404, "NOT_FOUND");
        assertIs(new MaxUploadSizeExceededException(1), 413, "CONTENT_TOO_LARGE");
        assertIs(new MultipartException("no boundary"), 400, "BAD_REQUEST");
        assertThat(assertIs(
                                new HttpRequestMethodNotSupportedException("PUT", List.of("GET")),
                                405,
                                "METHOD_NOT_ALLOWED")
                        .headers())
                .containsEntry("Allow", "GET");
        assertThat(assertIs(
                                new HttpMediaTypeNotSupportedException(
                                        MediaType.TEXT_PLAIN, List.of(MediaType.APPLICATION_JSON)),
                                415,
                                "UNSUPPORTED_MEDIA_TYPE")
                        .headers())
                .containsEntry("Accept", "application/json");
    }

    @Test
    void contentTypeWithWildcardIsNoBug() {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public String getCharacterEncoding() {
                return "UTF-8"; // Boot's filter sets it, and a server leaves the header alone
            }
        };
        request.addHeader("Content-Type", "application/*");
        Throwable thrown = catchThrowable(() -> new ServletServerHttpRequest(request).getHeaders());

        assertThat(thrown).isNotNull();
        assertIs(new ServletException(thrown), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertIs(new ServletException(new IllegalArgumentException("another")), 500, "INTERNAL_ERROR");
    }

    @Test
    void asyncTimeoutTellsWhenToComeBack() {
        assertThat(assertIs(new AsyncRequestTimeoutException(), 503, "TIMEOUT").retryAfter())
                .isNotNull();
    }

    @Test
    void clientThatLeftIsNobodysFault() {
        assertThat(classify(new AsyncRequestNotUsableException("gone")).failureClass())
                .isEqualTo(FailureClass.CALLER_GONE);
    }

    @Test
    void ourOwnWordsAreShownAndSpringsAreNot() {
        assertThat(classify(new ResponseStatusException(HttpStatus.CONFLICT, "taken"))
                        .detail())
                .isEqualTo("taken");
        ProblemDetail own = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "taken");
        assertThat(classify(new ErrorResponseException(HttpStatus.CONFLICT, own, null))
                        .detail())
                .isEqualTo("taken");
        assertThat(classify(new Sold()).detail()).isEqualTo("sold out");
        assertThat(classify(new NoResourceFoundException(HttpMethod.GET, "/secret"))
                        .detail())
                .isNull();
    }

    @Test
    void statusOfAnAnnotatedCauseCounts() {
        assertIs(new IllegalStateException(new Sold()), 410, "GONE");
    }

    @Test
    void failureToWriteIsOurBug() {
        assertIs(new HttpMessageNotWritableException("no serializer"), 500, "INTERNAL_ERROR");
    }

    @Test
    void unreadableBodyIsExplainedByItsCauseFirst() {
        assertIs(unreadable(new IllegalStateException(new TooBig())), 413, "CONTENT_TOO_LARGE");
        assertIs(unreadable(new IOException("garbage")), 400, "BAD_REQUEST");
        assertThat(assertIs(unreadable(null), 400, "BAD_REQUEST").errors()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 502, UPSTREAM_REFUSED", "401, 502, UPSTREAM_REFUSED", "404, 502, UPSTREAM_REFUSED",
        "408, 502, UPSTREAM_FAILED", "425, 502, UPSTREAM_FAILED", "429, 503, UPSTREAM_THROTTLED",
        "500, 502, UPSTREAM_FAILED", "503, 502, UPSTREAM_FAILED"
    })
    void statusOfAServiceIsNeverPassedOn(int theirs, int status, String code) {
        HttpStatus answered = HttpStatus.valueOf(theirs);
        assertIs(
                answered.is4xxClientError()
                        ? new HttpClientErrorException(answered)
                        : new HttpServerErrorException(answered),
                status,
                code);
    }

    @Test
    void waitThatAServiceAsksForIsPassedOn() {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Retry-After", "17");
        var throttled = new HttpClientErrorException(
                HttpStatus.TOO_MANY_REQUESTS, "slow down", headers, new byte[0], StandardCharsets.UTF_8);
        assertThat(classify(throttled).retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void silenceOfAServiceIsToldApart() {
        assertIs(new ResourceAccessException("x", new ConnectException()), 503, "UPSTREAM_UNREACHABLE");
        assertIs(
                new ResourceAccessException("x", new SocketTimeoutException("Connect timed out")),
                503,
                "UPSTREAM_UNREACHABLE");
        assertIs(
                new ResourceAccessException("x", new SocketTimeoutException("Read timed out")),
                504,
                "UPSTREAM_TIMEOUT");
        assertIs(new ResourceAccessException("x", new IOException("Connection reset")), 502, "UPSTREAM_FAILED");
        assertIs(new RestClientException("cannot read", unreadable(new IOException())), 502, "UPSTREAM_FAILED");
    }

    @Test
    void dataAccessIsLeftToSqlWhereThereIsSql() {
        assertIs(new OptimisticLockingFailureException("changed"), 409, "CONFLICT");
        assertIs(new DataAccessResourceFailureException("down"), 503, "DATABASE_UNAVAILABLE");
        assertIs(new DataIntegrityViolationException("x", new SQLException("taken", "23505")), 409, "UNIQUE_VIOLATION");
        assertIs(
                new DataAccessResourceFailureException("x", new SQLException("?", "40001")),
                503,
                "DATABASE_CONTENTION");
    }

    private Classification assertIs(Throwable failure, int status, String code) {
        Classification known = classify(failure);
        assertThat(known.code()).isEqualTo(code);
        assertThat(known.status()).isEqualTo(status);
        return known;
    }

    private Classification classify(Throwable failure) {
        return desk.report(failure, Locale.ENGLISH).classification();
    }

    private static HttpMessageNotReadableException unreadable(Throwable cause) {
        return new HttpMessageNotReadableException("cannot read", cause, new MockHttpInputMessage(new byte[0]));
    }

    @ResponseStatus(code = HttpStatus.GONE, reason = "sold out")
    private static final class Sold extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
