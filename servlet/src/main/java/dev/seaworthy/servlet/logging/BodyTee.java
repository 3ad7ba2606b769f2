// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet.logging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what passes, and keeps its beginning where that was asked for. */
final class BodyTee {

    private final int max;
    private @Nullable ByteArrayOutputStream kept;
    private long count;

    BodyTee(int max) {
        this.max = max;
    }

    void count(long bytes) {
        count += bytes;
    }

    void pass(byte[] bytes, int offset, int length) {
        count += length;
        int have = kept == null ? 0 : kept.size();
        if (have < max) {
            kept = kept == null ? new ByteArrayOutputStream() : kept;
            kept.write(bytes, offset, Math.min(length, max - have));
        }
    }

    void pass(int b) {
        pass(new byte[] {(byte) b}, 0, 1);
    }

    void forget() {
        count = 0;
        kept = null;
    }

    long bytes() {
        return count;
    }

    boolean keeps() {
        return max > 0;
    }

    /** The beginning as text; null for nothing, and for what is no text. A form's fields are the container's to read. */
    @Nullable
    String text(@Nullable String contentType, @Nullable String encoding) {
        if (kept == null || contentType == null || !isText(contentType.toLowerCase(Locale.ROOT))) {
            return null;
        }
        String text = kept.toString(charset(encoding));
        return count > kept.size() ? text + "...(truncated)" : text;
    }

    private static boolean isText(String type) {
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip();
        return bare.startsWith("text/")
                || bare.equals("application/json")
                || bare.equals("application/xml")
                || bare.endsWith("+json")
                || bare.endsWith("+xml");
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
