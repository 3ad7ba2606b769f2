// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sees what the app reads, when the app reads it; reads nothing by itself, so a form stays the container's. */
final class CountingRequest extends HttpServletRequestWrapper {

    private final BodyTee tee;
    private @Nullable ServletInputStream stream;
    private @Nullable BufferedReader reader;

    CountingRequest(HttpServletRequest request, BodyTee tee) {
        super(request);
        this.tee = tee;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Input(super.getInputStream(), tee);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String encoding = getCharacterEncoding();
            reader = encoding == null
                    ? new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.ISO_8859_1))
                    : new BufferedReader(new InputStreamReader(getInputStream(), encoding));
        }
        return reader;
    }

    private static final class Input extends ServletInputStream {

        private final ServletInputStream in;
        private final BodyTee tee;

        Input(ServletInputStream in, BodyTee tee) {
            this.in = in;
            this.tee = tee;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                tee.pass(b);
            }
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                tee.pass(bytes, offset, read);
            }
            return read;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
