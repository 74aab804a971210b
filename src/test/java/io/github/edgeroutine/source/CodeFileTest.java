// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFileTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("index.js");
    }

    @Test
    void aFileIsReadByteByByte() throws IOException {
        byte[] bytes = "\uFEFF\n  // ü\n".getBytes(UTF_8);
        Files.write(file, bytes);

        CodeFile code = CodeFile.read(file, OptionalInt.empty());

        assertArrayEquals(bytes, code.content());
        assertEquals("\n  // ü\n", code.text());
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals("is not a file: " + file, mistake());
    }

    @Test
    void aDirectoryIsRefused() {
        file = directory;

        assertEquals("is not a file: " + directory, mistake());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void anEmptyFileIsNamed(String text) throws IOException {
        Files.writeString(file, text);

        assertEquals("is empty: " + file, mistake());
    }

    /** A sparse file, so the test does not write three gigabytes. The goal must not read them. */
    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }

        assertEquals("is too large: " + file + " has 3000000000 bytes, but the limit is 10485760", mistake());
    }

    @Test
    void aFileAtTheLimitIsRead() throws IOException {
        Files.writeString(file, "x".repeat(10_485_760));

        assertEquals(10_485_760, CodeFile.read(file, OptionalInt.empty()).content().length);
    }

    @Test
    void theLimitOfTheServiceIsUsedIfItIsLower() throws IOException {
        Files.writeString(file, "x".repeat(17));

        assertEquals(17, CodeFile.read(file, OptionalInt.of(17)).content().length);
        assertEquals(
                "is too large: " + file + " has 17 bytes, but the limit is 16",
                assertThrows(IllegalArgumentException.class, () -> CodeFile.read(file, OptionalInt.of(16)))
                        .getMessage());
    }

    @Test
    void aServiceWithAHigherLimitDoesNotRaiseTheLimit() throws IOException {
        Files.writeString(file, "x".repeat(10_485_761));

        assertThrows(IllegalArgumentException.class, () -> CodeFile.read(file, OptionalInt.of(Integer.MAX_VALUE)));
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Files.writeString(file, "// ü", ISO_8859_1);

        assertEquals("is not UTF-8 text: " + file, mistake());
    }

    @ParameterizedTest
    @CsvSource({
        "1, index.js (1 bytes)",
        "999, index.js (999 bytes)",
        "1000, index.js (1.0 kB)",
        "12345, index.js (12.3 kB)",
        "1999999, index.js (1999.9 kB)"
    })
    void theLogNamesTheFileAndItsSize(int size, String words) throws IOException {
        Files.writeString(file, "x".repeat(size));

        assertEquals(words, CodeFile.read(file, OptionalInt.empty()).toString());
    }

    private String mistake() {
        return assertThrows(IllegalArgumentException.class, () -> CodeFile.read(file, OptionalInt.empty()))
                .getMessage();
    }
}
