// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.upload;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What may be uploaded, and the way it takes to the disk: as a stream, with a few kilobytes in memory however large it is.
 * Thread-safe.
 *
 * @param maxBytes the longest file, 1 or more
 * @param types what it may be; one or more
 */
public record UploadRules(long maxBytes, List<FileType> types) {

    private static final Classification TOO_LARGE =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(413).withCode("UPLOAD_TOO_LARGE");
    private static final Classification OTHER_TYPE =
            Classification.of(FailureClass.PROTOCOL_REFUSAL).withStatus(415).withCode("UPLOAD_TYPE");
    private static final int BUFFER = 8_192;

    /** Copies and checks. */
    public UploadRules {
        types = List.copyOf(types);
        if (maxBytes < 1 || types.isEmpty()) {
            throw new IllegalArgumentException("upload rules want maxBytes of 1 or more and a type or more, got '"
                    + maxBytes + "' and '" + types.size()
                    + "'; write for example new UploadRules(5_000_000, List.of(FileType.PNG))");
        }
    }

    /**
     * Stores an upload. Until it is whole and accepted it has another name in the same folder; when it is refused, or the
     * client leaves, nothing of it stays. A crash in the middle leaves a file that ends in {@code .part}.
     *
     * @param upload read to its end, or to where it is too long; not closed
     * @param target the name it gets at last; must not exist, and must not be made of what the client sent: see {@link
     *     dev.seaworthy.core.validation.content.SafeFilename}
     * @throws ProblemException if it is too long (413) or of another type (415)
     * @throws IOException if reading or writing fails
     */
    public StoredFile store(InputStream upload, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), "upload-", ".part");
        try {
            StoredFile stored = copy(upload, part, target);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return stored;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private StoredFile copy(InputStream upload, Path part, Path target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int head = upload.readNBytes(buffer, 0, FileType.MAX_HEAD);
        FileType type = types.stream()
                .filter(allowed -> allowed.begins(buffer, head))
                .findFirst()
                .orElseThrow(() -> new ProblemException(OTHER_TYPE, "upload begins like none of the allowed types"));
        MessageDigest digest = sha256();
        long total = 0;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
            for (int read = head; read > 0; read = upload.read(buffer)) {
                total += read;
                if (total > maxBytes) {
                    throw new ProblemException(TOO_LARGE, "upload is longer than " + maxBytes + " bytes");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new StoredFile(target, total, HexFormat.of().formatHex(digest.digest()), type);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", impossible);
        }
    }
}
