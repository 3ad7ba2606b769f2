// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.error.rule.HttpStatuses;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.test.LogEvents;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {

    private final Telemetry telemetry = new Telemetry();
    private final ProblemWriter writer = new ProblemWriter(List.of(), telemetry);
    private final HttpServletRequest request = mock();
    private final HttpServletResponse response = mock();
    private final Problem problem = new RecordingDesk().refuse(HttpStatuses.classify(404), Locale.ENGLISH);

    @Test
    void committedResponseIsLeftAlone() throws IOException {
        when(response.isCommitted()).thenReturn(true);

        writer.write(request, response, problem);

        verify(request).setAttribute(ProblemWriter.PROBLEM_ATTRIBUTE, problem);
        verify(response, never()).setStatus(anyInt());
        verify(response, never()).getOutputStream();
    }

    @Test
    void wrapperThatDoesNotLetGoOfItsWriterIsServedThroughIt() throws IOException {
        StringWriter written = new StringWriter();
        PrintWriter taken = new PrintWriter(written);
        when(response.getOutputStream()).thenThrow(new IllegalStateException("writer taken"));
        when(response.getWriter()).thenReturn(taken);

        writer.write(request, response, problem);
        taken.flush();

        assertThat(written.toString()).isEqualTo(problem.toJson());
        verify(response, never()).setContentLength(anyInt());
    }

    @Test
    void clientThatIsGoneIsCountedAndNotLogged() throws IOException {
        ServletOutputStream broken = mock();
        doThrow(new IOException("Broken pipe")).when(broken).write(any(byte[].class));
        when(response.getOutputStream()).thenReturn(broken);

        try (LogEvents logs = LogEvents.capture()) {
            writer.write(request, response, problem);
            assertThat(logs.all()).isEmpty();
        }

        assertThat(telemetry.total("seaworthy.error.unwritten")).isEqualTo(1);
    }

    @Test
    void responseThatWasCommittedMeanwhileIsCounted() {
        doThrow(new IllegalStateException("committed")).when(response).reset();

        writer.write(request, response, problem);

        assertThat(telemetry.total("seaworthy.error.unwritten")).isEqualTo(1);
    }

    @Test
    void brokenDecoratorIsSkippedCountedAndLoggedOnce() throws IOException {
        when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
        ProblemWriter decorated = new ProblemWriter(
                List.of(
                        (asked, answer, told) -> {
                            throw new IllegalStateException("broken");
                        },
                        (asked, answer, told) -> answer.setHeader("X-After", told.code())),
                telemetry);

        try (LogEvents logs = LogEvents.capture()) {
            decorated.write(request, response, problem);
            decorated.write(request, response, problem);
            assertThat(logs.all())
                    .singleElement()
                    .satisfies(event -> assertThat(event.message()).startsWith("A response decorator failed"));
        }

        verify(response, org.mockito.Mockito.times(2)).setHeader("X-After", "NOT_FOUND");
        assertThat(telemetry.total("seaworthy.error.decorator-failed")).isEqualTo(2);
        verify(response, never()).sendError(anyInt(), anyString());
    }
}
