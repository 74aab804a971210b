// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries bytes one way, each as late as all others, and then the end of the connection.
 *
 * @param begin before which nothing is sent, as {@link System#nanoTime}; 0 for at once
 */
record DelayLine(Socket from, Socket to, Duration delay, long begin) {

    /** @param bytes empty for the end */
    private record Piece(byte[] bytes, long due) {}

    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "road");
        thread.setDaemon(true);
        thread.start();
    }

    void start() {
        BlockingQueue<Piece> onTheWay = new LinkedBlockingQueue<>();
        daemon(() -> send(onTheWay));
        daemon(() -> receive(onTheWay));
    }

    private void send(BlockingQueue<Piece> onTheWay) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                onTheWay.add(new Piece(Arrays.copyOf(buffer, read), due()));
            }
        } catch (IOException e) {
            // One side has closed the connection, so the other is closed too.
        }
        onTheWay.add(new Piece(new byte[0], due()));
    }

    private long due() {
        long now = System.nanoTime();
        return (begin == 0 || begin - now < 0 ? now : begin) + delay.toNanos();
    }

    private void receive(BlockingQueue<Piece> onTheWay) {
        try (from;
                to) {
            for (Piece piece = onTheWay.take(); piece.bytes.length > 0; piece = onTheWay.take()) {
                await(piece.due);
                to.getOutputStream().write(piece.bytes);
            }
        } catch (IOException | InterruptedException e) {
            // One side has closed the connection, so the other is closed too.
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
