// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsDirectoryTest {

    private static final int LARGEST = 25 * 1024 * 1024;

    @TempDir
    private Path directory;

    private Path dist;

    @BeforeEach
    void makeTheDirectory() throws IOException {
        dist = Files.createDirectory(directory.resolve("dist"));
    }

    @Test
    void allFilesAreReadByteByByteInTheOrderOfTheirPaths() throws IOException {
        write("index.html", "hello");
        write("css/b.css", "p {}\r\n");
        write("css/a.css", "");

        AssetsDirectory read = read();

        assertEquals(
                List.of("css/a.css", "css/b.css", "index.html"),
                List.copyOf(read.files().keySet()));
        assertArrayEquals("p {}\r\n".getBytes(UTF_8), read.files().get("css/b.css"));
        assertEquals(11, read.size());
        assertEquals(0, read.leftOut());
    }

    @Test
    void hiddenFilesAreLeftOutExceptWellKnown() throws IOException {
        write("index.html", "hello");
        write(".env", "KEY=secret");
        write(".git/config", "");
        write("a/.DS_Store", "");
        write(".well-known/security.txt", "Contact");

        AssetsDirectory read = read();

        assertEquals(
                List.of(".well-known/security.txt", "index.html"),
                List.copyOf(read.files().keySet()));
        assertEquals(3, read.leftOut());
    }

    @Test
    void aLinkWithinTheDirectoryIsFollowed() throws IOException {
        write("index.html", "hello");
        link("other.html", Path.of("index.html"));

        assertArrayEquals("hello".getBytes(UTF_8), read().files().get("other.html"));
    }

    @Test
    void aLinkToAPlaceOutsideOfTheDirectoryIsRefused() throws IOException {
        Files.writeString(directory.resolve("secret.txt"), "secret");
        link("index.html", Path.of("../secret.txt"));

        assertEquals("contains a link to a place outside of it: " + dist.resolve("index.html"), mistake());
    }

    @Test
    void aBrokenLinkIsRefused() throws IOException {
        link("index.html", Path.of("nowhere"));

        assertEquals(
                "contains something that is not a file, such as a broken link: " + dist.resolve("index.html"),
                mistake());
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        write("index.html", "hello");
        link("again", Path.of("."));

        assertEquals("cannot be read (UncheckedIOException): " + dist, mistake());
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path missing = dist.resolve("missing");

        assertEquals(
                "is not a directory: " + missing + ". Build the files before this goal runs",
                assertThrows(IllegalArgumentException.class, () -> AssetsDirectory.read(missing, LARGEST))
                        .getMessage());
    }

    @Test
    void aDirectoryWithoutFilesIsRefused() throws IOException {
        Files.createDirectory(dist.resolve("empty"));
        write(".env", "KEY=secret");

        assertEquals("contains no files: " + dist, mistake());
    }

    @Test
    void aFileThatIsTooLargeIsNamed() throws IOException {
        Path large = sized("video.mp4", LARGEST + 1L);

        assertEquals(
                "contains a file that is too large: " + large + " has 26214401 bytes, but the limit is 26214400",
                mistake());
    }

    @Test
    void moreThanAHundredMebibytesAreRefused() throws IOException {
        for (int each = 0; each < 5; each++) {
            sized(each + ".bin", 21L * 1024 * 1024);
        }

        assertEquals("is too large: the limit is 104857600 bytes in total", mistake());
    }

    private void write(String path, String text) throws IOException {
        Path file = dist.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path sized(String path, long size) throws IOException {
        Path file = dist.resolve(path);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(size);
        }
        return file;
    }

    /** On Windows, not every user may create a link. */
    private void link(String path, Path target) throws IOException {
        boolean made;
        try {
            Files.createSymbolicLink(dist.resolve(path), target);
            made = true;
        } catch (IOException | UnsupportedOperationException e) {
            made = false;
        }
        assumeTrue(made);
    }

    private AssetsDirectory read() {
        return AssetsDirectory.read(dist, LARGEST);
    }

    private String mistake() {
        return assertThrows(IllegalArgumentException.class, this::read).getMessage();
    }
}
