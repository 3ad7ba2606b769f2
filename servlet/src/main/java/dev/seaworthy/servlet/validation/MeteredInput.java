// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.validation;

import dev.seaworthy.core.validation.budget.BodyMeter;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body as the app reads it, with a meter on every read. */
final class MeteredInput extends ServletInputStream {

    private final ServletInputStream in;
    private final BodyMeter meter;

    MeteredInput(ServletInputStream in, BodyMeter meter) {
        this.in = in;
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        meter.before();
        int read = in.read();
        meter.after(read < 0 ? read : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        meter.before();
        int read = in.read(into, offset, length);
        if (read != 0) {
            meter.after(read);
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
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

    @Override
    public void close() throws IOException {
        in.close();
    }
}
