// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Characters on their way out, counted as the bytes that they become. PrintWriter sends all text through these methods. */
final class CountingWriter extends PrintWriter {

    private final BodyTee tee;
    private final Charset charset;

    CountingWriter(PrintWriter out, BodyTee tee, Charset charset) {
        super(out);
        this.tee = tee;
        this.charset = charset;
    }

    @Override
    public void write(int c) {
        super.write(c);
        passed(String.valueOf((char) c));
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        super.write(chars, offset, length);
        passed(new String(chars, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) {
        super.write(text, offset, length);
        passed(text.substring(offset, offset + length));
    }

    @Override
    public void println() {
        write(System.lineSeparator());
    }

    private void passed(String text) {
        if (tee.keeps()) {
            byte[] bytes = text.getBytes(charset);
            tee.pass(bytes, 0, bytes.length);
        } else {
            tee.count(charset.equals(StandardCharsets.ISO_8859_1) ? text.length() : utf8(text));
        }
    }

    private static long utf8(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate pair is four bytes, two for each half.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
