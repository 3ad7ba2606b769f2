// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Sees what the app writes, and whether it left the answer to an error page. */
final class CountingResponse extends HttpServletResponseWrapper {

    private final BodyTee tee;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private boolean errorSent;

    CountingResponse(HttpServletResponse response, BodyTee tee) {
        super(response);
        this.tee = tee;
    }

    /** The one around or inside of this; null for none. */
    static @Nullable CountingResponse of(HttpServletResponse response) {
        ServletResponse link = response;
        while (link instanceof ServletResponseWrapper wrapper) {
            if (wrapper instanceof CountingResponse counting) {
                return counting;
            }
            link = wrapper.getResponse();
        }
        return null;
    }

    boolean errorSent() {
        return errorSent;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new CountingOutput(super.getOutputStream(), tee);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            PrintWriter inside = super.getWriter();
            writer = new CountingWriter(inside, tee, Charset.forName(getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public void sendError(int status) throws IOException {
        super.sendError(status);
        errorSent = true;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        super.sendError(status, message);
        errorSent = true;
    }

    @Override
    public void reset() {
        super.reset();
        stream = null;
        writer = null;
        tee.forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        tee.forget();
    }

    /** Bytes on their way out. */
    private static final class CountingOutput extends ServletOutputStream {

        private final ServletOutputStream out;
        private final BodyTee tee;

        CountingOutput(ServletOutputStream out, BodyTee tee) {
            this.out = out;
            this.tee = tee;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            tee.pass(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            tee.pass(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
