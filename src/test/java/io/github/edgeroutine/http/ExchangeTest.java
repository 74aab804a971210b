// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request is written and an answer is read. */
class ExchangeTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void theRequestIsWrittenOnce() throws IOException {
        Exchange post = new Exchange(
                "POST",
                URI.create("http://[::1]:8080/p%20q?x=%E7%89%88&y=版"),
                Map.of("x-acs-action", "A", "host", "elsewhere"),
                "body".getBytes(ISO_8859_1),
                10,
                true,
                Reuse.WRITE);

        post.write(sent);

        assertEquals(
                "POST /p%20q?x=%E7%89%88&y=%E7%89%88 HTTP/1.1\r\nAccept: */*\r\nContent-Length: 4\r\n"
                        + "host: [::1]:8080\r\nUser-Agent: edge-routine-maven-plugin\r\nx-acs-action: A\r\n\r\nbody",
                sent.toString(ISO_8859_1));
    }

    @Test
    void aHeaderCannotContainAnotherHeader() {
        Map<String, String> headers = Map.of("X", "1\r\nY: 2");

        assertThrows(
                IllegalArgumentException.class,
                () -> new Exchange("GET", URI.create("http://h/"), headers, new byte[0], 0, false, Reuse.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 5\r\n\r\nhello, and more",
                OK + "content-length: 5, 5\r\n\r\nhello",
                OK + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello, and more",
                OK + "\r\nhello",
                OK + "Content-Length: x\r\n\r\nhello",
                "HTTP/1.0 200\nA: b\n c: folded\n\nhello",
                CHUNKED + "5\r\nhello\r\n0\r\n\r\n",
                CHUNKED + "2;a=b\r\nhe\r\n003;c\r\nllo\r\n0;d\r\n",
                CHUNKED + "5\r\nhello\r\n0\r\nTrailer: never ended",
                "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + OK
                        + "Content-Length: 5\r\n\r\nhello"
            })
    void anAnswerIsReadToItsEnd(String answer) throws IOException {
        assertEquals(new Answer(200, "hello"), get(answer, 100, true));
    }

    @Test
    void aBodyCanBeReadByteByByte() throws IOException {
        byte[] answer = (OK + "Content-Length: 2\r\n\r\n\u00ff\0, and more").getBytes(ISO_8859_1);
        InputStream in = new ByteArrayInputStream(answer);
        Body body = new Body(Head.read(in), in);

        assertEquals(List.of(0xff, 0, -1), List.of(body.read(), body.read(), body.read()));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 204, 304})
    void anAnswerWithoutABodyEndsAfterItsHead(int status) throws IOException {
        assertEquals(
                new Answer(status, ""),
                get("HTTP/1.1 " + status + " x\r\nTransfer-Encoding: chunked\r\n\r\nrest", 100, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 103 Early Hints\r\n\r\n",
                OK + "Content-Length: 5\r\n\r\nhell",
                CHUNKED,
                CHUNKED + "5\r\nhell",
                CHUNKED + "5\r\nhello\r\n"
            })
    void anIncompleteAnswerIsAFailure(String answer) {
        assertThrows(EOFException.class, () -> get(answer, 100, true));
    }

    @ParameterizedTest
    @CsvSource({"-1", "no size", "ffffffffffffffffff", "''"})
    void aChunkWithoutASizeIsAFailure(String size) {
        assertThrows(ProtocolException.class, () -> get(CHUNKED + size + "\r\nhello\r\n0\r\n\r\n", 100, true));
    }

    @Test
    void aFloodOfInterimAnswersEnds() {
        String flood = "HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000);

        assertThrows(ProtocolException.class, () -> get(flood + OK + "\r\n", 100, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 5\r\n\r\nhello",
                OK + "Content-Length: 0\r\nConnection: keep-alive\r\n\r\n",
                CHUNKED + "5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\n{}"
            })
    void aConnectionIsKeptIfTheEndOfTheAnswerIsCertain(String answer) throws IOException {
        assertTrue(read(answer, 100, true, Reuse.READ).keepsConnection());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 5\r\n\r\nhello, and more",
                OK + "Content-Length: 5, 5\r\n\r\nhello",
                OK + "Content-Length: 5\r\nConnection: TE, Close\r\n\r\nhello",
                OK + "\r\nhello",
                OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                OK + "Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                CHUNKED + "5\r\nhello\r\n0\r\n",
                CHUNKED + "5\r\nhello\r\n0\r\nTrailer: a\r\n\r\n",
                CHUNKED + "5\r\nhello\r\n0\r\n\r\nmore",
                CHUNKED + "5\r\nhello\r\n0\r\nab",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\nmore",
                "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "SSH-2.0-OpenSSH_9.6\r\n"
            })
    void aConnectionIsNotKeptIfTheEndOfTheAnswerIsUncertain(String answer) throws IOException {
        assertFalse(read(answer, 100, true, Reuse.READ).keepsConnection());
    }

    @Test
    void aConnectionIsNotKeptAfterAnAnswerThatWasNotReadToItsEnd() throws IOException {
        assertFalse(read(OK + "Content-Length: 5\r\n\r\nhello", 4, false, Reuse.READ)
                .keepsConnection());
    }

    @Test
    void aRequestWithoutReuseAsksTheServerToClose() throws IOException {
        new Exchange("GET", URI.create("http://h"), Map.of(), new byte[0], 9, true, Reuse.NONE).write(sent);

        assertTrue(sent.toString(ISO_8859_1).contains("\r\nConnection: close\r\n"));
        assertFalse(read(OK + "Content-Length: 0\r\n\r\n", 9, true, Reuse.NONE).keepsConnection());
    }

    @Test
    void aLongBodyIsAFailureOrIsNotReadFurther() throws IOException {
        assertThrows(Exchange.TooLongException.class, () -> get(OK + "\r\nhello", 4, true));
        assertEquals("hello", get(OK + "\r\nhello", 5, true).body());
        assertEquals("hell", get(OK + "\r\nhello", 4, false).body());
    }

    @Test
    void theFailureNamesTheLimitOfTheBody() {
        int most = 2 * 1024 * 1024;
        String longer = OK + "\r\n" + "x".repeat(most + 1);

        IOException failure = assertThrows(Exchange.TooLongException.class, () -> get(longer, most, true));

        assertEquals("longer than 2 MiB", failure.getMessage());
    }

    @Test
    void anAnswerWithAnUnknownStatusIsReadToo() throws IOException {
        assertEquals(new Answer(0, "hello"), get("HTTP/1.1 000 None\r\nContent-Length: 5\r\n\r\nhello", 100, true));
    }

    @Test
    void anAnswerThatIsNotHttpIsQuotedByItsFirstLine() throws IOException {
        Answer answer = get("SSH-2.0-OpenSSH_9.6\r\nmore", 100, true);

        assertEquals(new Answer(-1, "SSH-2.0-OpenSSH_9.6"), answer);
        assertTrue(!answer.isSuccess());
    }

    private static Answer get(String answer, int most, boolean whole) throws IOException {
        return read(answer, most, whole, Reuse.WRITE).answer();
    }

    private static Exchange.Reply read(String answer, int most, boolean whole, Reuse reuse) throws IOException {
        return new Exchange("GET", URI.create("http://h"), Map.of(), new byte[0], most, whole, reuse)
                .read(new BufferedInputStream(new ByteArrayInputStream(answer.getBytes(ISO_8859_1))));
    }
}
