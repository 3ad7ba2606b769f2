// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A kind of file, recognised by the bytes that it begins with: what a client calls a file proves nothing. That it begins
 * like one does not prove that it is one throughout; a decoder decides that. Immutable.
 *
 * @param mediaType the media type to serve it with later
 * @param marks at least one; all of a mark's bytes stand at its place
 */
public record FileType(String mediaType, List<Mark> marks) {

    /** So many bytes of a file are looked at, at most. */
    public static final int MAX_HEAD = 64;

    /** Portable Network Graphics. */
    public static final FileType PNG = of("image/png", 0, bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'));

    /** JPEG. */
    public static final FileType JPEG = of("image/jpeg", 0, bytes(0xff, 0xd8, 0xff));

    /** GIF, both versions. */
    public static final FileType GIF =
            new FileType("image/gif", List.of(new Mark(0, ascii("GIF87a")), new Mark(0, ascii("GIF89a"))));

    /** WebP. */
    public static final FileType WEBP = of("image/webp", 8, ascii("WEBP"));

    /** Portable Document Format. May hold scripts: serve it for download only. */
    public static final FileType PDF = of("application/pdf", 0, ascii("%PDF-"));

    /** ZIP, and what is packed in it: office documents, Java archives. */
    public static final FileType ZIP = of("application/zip", 0, bytes('P', 'K', 3, 4));

    /** Copies and checks. */
    public FileType {
        marks = List.copyOf(marks);
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("file type must have a mark, got none for '" + mediaType
                    + "'; write for example FileType.of(\"image/bmp\", 0, {'B', 'M'})");
        }
    }

    /**
     * Bytes at a place.
     *
     * @param offset 0 is the first byte of the file
     * @param bytes one or more; they end before {@value #MAX_HEAD}
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copied on the way in.
    public record Mark(int offset, byte[] bytes) {

        /** Copies and checks. */
        public Mark {
            bytes = bytes.clone();
            if (offset < 0 || bytes.length == 0 || offset + bytes.length > MAX_HEAD) {
                throw new IllegalArgumentException("mark must lie within the first " + MAX_HEAD + " bytes, got '"
                        + bytes.length + "' bytes at '" + offset + "'; take one that stands further ahead");
            }
        }

        boolean isIn(byte[] head, int length) {
            int end = offset + bytes.length;
            return end <= length && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
        }
    }

    /** A type with one mark. */
    public static FileType of(String mediaType, int offset, byte[] bytes) {
        return new FileType(mediaType, List.of(new Mark(offset, bytes)));
    }

    boolean begins(byte[] head, int length) {
        return marks.stream().anyMatch(mark -> mark.isIn(head, length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
