// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import io.github.edgeroutine.memory.Memories;
import io.github.edgeroutine.routine.call.CallLog;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.Prober;
import io.github.edgeroutine.routine.key.Key;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * The service as a goal uses it.
 *
 * @param routines repeats calls after temporary errors, and writes down each call
 * @param key that signs the calls
 * @param calls made so far, including retries
 * @param endpoint the part of the address that may be printed
 * @param memories what earlier runs wrote, and what ran before them
 * @param untrusted makes foreign text printable, in one line of at most 300 characters
 * @param end what to do when the connection is closed
 */
public record Connection(
        RoutineClient routines,
        Key key,
        CallLog calls,
        GoalTime time,
        Prober prober,
        String endpoint,
        boolean simulated,
        Memories memories,
        UnaryOperator<String> untrusted,
        Closeable end)
        implements Closeable {

    @Override
    public void close() throws IOException {
        end.close();
    }
}
