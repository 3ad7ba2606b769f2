// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.servlet.error.TestServer;
import dev.seaworthy.servlet.error.TomcatTestServer;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import dev.seaworthy.servlet.tomcat.SeaworthyTomcat;
import dev.seaworthy.test.http.RawAnswer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;

class TomcatContainerLevelTest extends ContainerLevelContract {

    @Override
    TestServer start() throws Exception {
        return new TomcatTestServer(this::register, tomcat -> {
            tomcat.getEngine().getPipeline().addValve(new BrokenValve());
            SeaworthyTomcat.install(
                    tomcat,
                    new SeaworthyErrorReportValve(
                            filters.errorDesk(),
                            filters.problemWriter(),
                            filters.correlations(),
                            filters.correlationHeader()));
        });
    }

    /** Stands outside of every host, and so outside of every error report valve. */
    static final class BrokenValve extends ValveBase {

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if ("/broken-valve".equals(request.getRequestURI())) {
                throw new IllegalStateException("secret of the house");
            }
            getNext().invoke(request, response);
        }
    }

    @Test
    void whatNoValveHasCaughtIsAnsweredInTheOneShape() {
        RawAnswer answer = send("GET /broken-valve HTTP/1.1\r\nHost: {host}\r\nX-Correlation-Id: sent-by-me-1\r\n\r\n");
        assertRefused(answer, 500);
        assertThat(answer.header("X-Correlation-Id")).contains("sent-by-me-1");
        assertThat(answer.body()).contains("INTERNAL_ERROR").doesNotContain("secret");
        assertRefused(send("GET /nothing HTTP/1.1\r\nHost: {host}\r\n\r\n"), 404);
    }
}
