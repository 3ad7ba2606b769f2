// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The response that the app sees. It keeps {@code sendError} from the container, which would answer in its own shape, and
 * behaves towards the app as a container does: committed from then on, whatever is written is discarded.
 */
final class ErrorResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final HttpServletResponse original;
    private final ErrorPageOwner owner;

    private GatedOutput.@Nullable Stream stream;
    private @Nullable PrintWriter writer;
    private volatile boolean shut;
    private volatile boolean wrote;
    private int refusal;
    private @Nullable Thread refuser;
    private @Nullable IntConsumer answerAtOnce;
    private volatile @Nullable IOException outputFailure;

    ErrorResponse(HttpServletRequest request, HttpServletResponse response, ErrorPageOwner owner) {
        super(response);
        this.request = request;
        this.original = response;
        this.owner = owner;
    }

    /** The one that an async dispatch brought back, if it did. */
    static @Nullable ErrorResponse in(ServletResponse response) {
        ServletResponse link = response;
        while (true) {
            if (link instanceof ErrorResponse known) {
                return known;
            }
            if (!(link instanceof ServletResponseWrapper wrapper)) {
                return null;
            }
            link = wrapper.getResponse();
        }
    }

    HttpServletResponse original() {
        return original;
    }

    /** From now on, and until {@link #attach}, nobody waits for the chain to return: refusals are answered at once. */
    synchronized void detach(IntConsumer answer) {
        answerAtOnce = answer;
        int missed = takeRefusal();
        if (missed != 0) {
            answer.accept(missed);
        }
    }

    synchronized void attach() {
        answerAtOnce = null;
    }

    /** The status given to {@code sendError}, once; 0 if there is none to answer. */
    synchronized int takeRefusal() {
        int status = refusal;
        refusal = 0;
        return status;
    }

    /** Whether {@code sendError} was called on this thread: another thread will end the request itself. */
    synchronized boolean wasRefusedHere() {
        return refuser == Thread.currentThread();
    }

    boolean isShut() {
        return shut;
    }

    /** Discards whatever the app still writes. */
    void shut() {
        shut = true;
    }

    boolean isUntouched() {
        return !wrote && !shut && !original.isCommitted();
    }

    void wrote() {
        wrote = true;
    }

    void outputFailed(IOException failure) {
        outputFailure = failure;
    }

    /** Whether writing to the client has failed at all. */
    boolean hasFailedOnOutput() {
        return outputFailure != null;
    }

    /** Whether the failure is, or wraps, what writing to the client threw. */
    boolean failedOnOutput(Throwable failure) {
        IOException known = outputFailure;
        Throwable link = failure;
        for (int depth = 0; known != null && link != null && depth < 32; depth++) {
            if (link == known) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (isOurs(status)) {
            refuse(status);
        } else {
            super.sendError(status, message);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (isOurs(status)) {
            refuse(status);
        } else {
            super.sendError(status);
        }
    }

    private boolean isOurs(int status) {
        return status >= 400 && status <= 599 && !owner.owns(request, status);
    }

    private synchronized void refuse(int status) {
        if (isCommitted()) {
            throw new IllegalStateException("response is committed, got sendError('" + status
                    + "') after that; call it before anything is flushed");
        }
        super.setStatus(status);
        if (original.getStatus() != status) {
            return; // an included resource: the container ignores its statuses, and so do we
        }
        original.resetBuffer();
        shut = true;
        refuser = Thread.currentThread();
        IntConsumer answer = answerAtOnce;
        if (answer == null) {
            refusal = status;
        } else {
            answer.accept(status);
        }
    }

    @Override
    public boolean isCommitted() {
        return shut || super.isCommitted();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        GatedOutput.Stream known = stream;
        if (known == null) {
            known = new GatedOutput.Stream(super.getOutputStream(), this);
            stream = known;
        }
        return known;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            known = new GatedOutput.Writer(super.getWriter(), this);
            writer = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!shut) {
            try {
                super.flushBuffer();
            } catch (IOException broken) {
                outputFailed(broken);
                throw broken;
            }
        }
    }

    @Override
    public void reset() {
        refuseIfShut();
        super.reset();
        stream = null;
        writer = null;
        wrote = false;
    }

    @Override
    public void resetBuffer() {
        refuseIfShut();
        super.resetBuffer();
        wrote = false;
    }

    private void refuseIfShut() {
        if (shut) {
            throw new IllegalStateException(
                    "response is committed, it was refused with sendError; reset it before that");
        }
    }

    @Override
    public void setStatus(int status) {
        if (!shut) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (shut) {
            throw new IllegalStateException(
                    "response is committed, it was refused with sendError; redirect instead of refusing");
        }
        super.sendRedirect(location);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!shut) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!shut) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!shut) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!shut) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setContentType(String type) {
        if (!shut) {
            super.setContentType(type);
        }
    }
}
