// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.error;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.PrintWriter;

/** The app's stream and writer, behind a gate that closes when the app has refused or failed. */
final class GatedOutput {

    private GatedOutput() {}

    static final class Stream extends ServletOutputStream {

        private final ServletOutputStream out;
        private final ErrorResponse gate;

        Stream(ServletOutputStream out, ErrorResponse gate) {
            this.out = out;
            this.gate = gate;
        }

        @FunctionalInterface
        private interface Output {
            void run() throws IOException;
        }

        private void pass(Output output) throws IOException {
            if (gate.isShut()) {
                return;
            }
            try {
                output.run();
            } catch (IOException broken) {
                gate.outputFailed(broken);
                throw broken;
            }
        }

        @Override
        public void write(int b) throws IOException {
            gate.wrote();
            pass(() -> out.write(b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            gate.wrote();
            pass(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() throws IOException {
            pass(out::flush);
        }

        @Override
        public void close() throws IOException {
            pass(out::close);
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

    // PrintWriter sends everything but line ends through these methods; a line end alone is dropped with the buffer.
    static final class Writer extends PrintWriter {

        private final ErrorResponse gate;

        Writer(PrintWriter out, ErrorResponse gate) {
            super(out);
            this.gate = gate;
        }

        @Override
        public void write(int c) {
            gate.wrote();
            if (!gate.isShut()) {
                super.write(c);
            }
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            gate.wrote();
            if (!gate.isShut()) {
                super.write(chars, offset, length);
            }
        }

        @Override
        public void write(String text, int offset, int length) {
            gate.wrote();
            if (!gate.isShut()) {
                super.write(text, offset, length);
            }
        }

        @Override
        public void println() {
            write(System.lineSeparator());
        }

        @Override
        public void flush() {
            if (!gate.isShut()) {
                super.flush();
            }
        }

        @Override
        public void close() {
            if (!gate.isShut()) {
                super.close();
            }
        }
    }
}
