// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.ResponseFacade;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;

class CallerConnectionTest {

    @Test
    void containersOwnExceptionsSayThatTheClientIsGone() {
        assertThat(CallerConnection.isGone(new ClientAbortException())).isTrue();
        assertThat(CallerConnection.isGone(new IllegalStateException(new IOException(new EofException()))))
                .isTrue();
    }

    @Test
    void brokenPipeAloneSaysNothing() {
        assertThat(CallerConnection.isGone(new IOException("Broken pipe"))).isFalse();
    }

    @Test
    void endlessCausesEndTheSearch() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(CallerConnection.isGone(first)).isFalse();
    }

    @Test
    void cutIsTheContainersOwnWhateverIsWrappedAroundIt() {
        HttpServletResponse tomcat = mock(ResponseFacade.class);

        assertThat(CallerConnection.cut(new HttpServletResponseWrapper(tomcat)))
                .isInstanceOf(ClientAbortException.class);
        assertThat(CallerConnection.cut(mock(HttpServletResponse.class)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("response failed after it was committed; the connection is cut off");
    }
}
