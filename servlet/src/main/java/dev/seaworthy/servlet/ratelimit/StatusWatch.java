// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.ratelimit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Remembers how a request was answered: {@code sendError} does not show in the status before the container acts on it. */
final class StatusWatch extends HttpServletResponseWrapper {

    private volatile int sent;

    StatusWatch(HttpServletResponse response) {
        super(response);
    }

    int status() {
        return sent != 0 ? sent : getStatus();
    }

    @Override
    public void sendError(int status) throws IOException {
        sent = status;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sent = status;
        super.sendError(status, message);
    }
}
