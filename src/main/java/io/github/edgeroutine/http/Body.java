// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The body of an answer. The head says where it ends. After the last chunk nothing more is read, because the body is
 * complete.
 */
final class Body extends InputStream {

    private static final byte[] END_OF_CHUNKS = {'\r', '\n'};

    private final InputStream in;
    private final boolean chunked;
    private final boolean endsWithConnection;
    private long left;
    private boolean begun;

    Body(Head head, InputStream in) {
        this.in = in;
        this.chunked = head.isChunked() && !head.isBodiless();
        this.endsWithConnection = head.length().isEmpty();
        this.left = chunked || head.isBodiless() ? 0 : head.length().orElse(Long.MAX_VALUE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] piece, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, piece.length);
        if (chunked && left == 0) {
            left = nextChunk();
        }
        if (left <= 0) {
            return -1;
        }
        int read = in.read(piece, offset, (int) Math.min(length, left));
        if (read < 0 && (chunked || !endsWithConnection)) {
            throw new EOFException("the body is cut short");
        }
        left -= Math.max(read, 0);
        return read;
    }

    /** Whether the body was read to its end, and no further bytes have arrived. */
    boolean endsHere() throws IOException {
        boolean isRead = left == (chunked ? -1 : 0);
        return isRead && Arrays.equals(in.readNBytes(in.available()), chunked ? END_OF_CHUNKS : new byte[0]);
    }

    /** @return the length of the next chunk; -1 after the last chunk */
    private long nextChunk() throws IOException {
        Lines lines = new Lines(in);
        if (begun && !lines.next().isEmpty()) {
            throw new ProtocolException("a chunk is longer than it says");
        }
        begun = true;
        String size = lines.next().split(";", 2)[0].strip();
        if (!size.matches("\\p{XDigit}{1,15}")) {
            throw new ProtocolException("a chunk has no size");
        }
        long length = Long.parseLong(size, 16);
        return length == 0 ? -1 : length;
    }
}
