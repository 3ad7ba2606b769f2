// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaworthy.core.error.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadRulesTest {

    private static final UploadRules PICTURES = new UploadRules(100, List.of(FileType.PNG, FileType.WEBP));
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    Path folder;

    @Test
    void anUploadIsStoredWithItsLengthAndChecksum() throws IOException {
        byte[] picture = png(100);

        StoredFile stored = PICTURES.store(new ByteArrayInputStream(picture), folder.resolve("a.png"));

        assertThat(stored.path()).hasBinaryContent(picture);
        assertThat(stored.bytes()).isEqualTo(100);
        assertThat(stored.type()).isEqualTo(FileType.PNG);
        assertThat(stored.sha256()).isEqualTo("a41fe4cc441207c8a9e50956119f2f26e5ba6da19ea80c9b1ccd99283c95f2b5");
    }

    @Test
    void whatIsTooLongIsRefusedAndGone() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> PICTURES.store(new ByteArrayInputStream(png(101)), folder.resolve("a.png")));

        assertThat(refused.classification().status()).isEqualTo(413);
        assertThat(refused.classification().code()).isEqualTo("UPLOAD_TOO_LARGE");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsCalledAPictureAndIsNoneIsRefused() {
        for (String content : List.of("", "<script>", "%PDF-1.7", "\u0089PN", "RIFF1234WEB")) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> PICTURES.store(
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)),
                            folder.resolve("a.png")));

            assertThat(refused.classification().status()).as(content).isEqualTo(415);
            assertThat(refused.classification().code()).isEqualTo("UPLOAD_TYPE");
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void nothingStaysOfAClientThatLeaves() {
        InputStream leaving = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent == 90) {
                    throw new IOException("connection reset");
                }
                return png(100)[sent++] & 255;
            }
        };

        assertThatThrownBy(() -> PICTURES.store(leaving, folder.resolve("a.png")))
                .hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path taken = Files.writeString(folder.resolve("a.png"), "mine");

        assertThatThrownBy(() -> PICTURES.store(new ByteArrayInputStream(png(20)), taken))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(taken).hasContent("mine");
        assertThat(files()).containsExactly("a.png");
    }

    @Test
    void aLargeUploadNeedsLittleMemory() throws IOException {
        long length = 64L * 1024 * 1024;
        UploadRules large = new UploadRules(length, List.of(FileType.PNG));
        Endless endless = new Endless();

        assertThatThrownBy(() -> large.store(endless, folder.resolve("a.png"))).isInstanceOf(ProblemException.class);
        assertThat(endless.largest).isLessThanOrEqualTo(8_192);
        assertThat(files()).isEmpty();
    }

    @Test
    void rulesAndMarksThatCannotBeRightAreRefusedInWords() {
        assertThatThrownBy(() -> new UploadRules(0, List.of(FileType.PNG)))
                .hasMessageContaining("upload rules want maxBytes of 1 or more and a type or more, got '0' and '1'");
        assertThatThrownBy(() -> FileType.of("image/x", 60, new byte[5]))
                .hasMessageContaining("mark must lie within the first 64 bytes, got '5' bytes at '60'");
        assertThatThrownBy(() -> new FileType("image/x", List.of()))
                .hasMessageContaining("file type must have a mark, got none for 'image/x'");
    }

    private List<String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static byte[] png(int length) {
        byte[] picture = new byte[length];
        System.arraycopy(PNG_HEAD, 0, picture, 0, PNG_HEAD.length);
        return picture;
    }

    /** A picture that never ends. */
    private static final class Endless extends InputStream {

        private long sent;
        private int largest;

        @Override
        public int read() {
            return sent < PNG_HEAD.length ? PNG_HEAD[(int) sent++] & 255 : 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            largest = Math.max(largest, length);
            for (int i = 0; i < length; i++) {
                into[offset + i] = sent < PNG_HEAD.length ? PNG_HEAD[(int) sent] : 0;
                sent++;
            }
            return length;
        }
    }
}
