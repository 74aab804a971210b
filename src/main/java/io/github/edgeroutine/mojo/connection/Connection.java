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
 * Whom a goal talks to.
 *
 * @param routines repeats what failed by chance, and writes down each call
 * @param key that signs the calls
 * @param calls made so far, repeated ones included
 * @param endpoint the address, as far as it may be printed
 * @param memories what earlier runs wrote there, and what ran before
 * @param untrusted makes text of others one line that is fit to print: without the secrets of the key, of at most 300
 *     characters
 * @param end what has to be done in the end
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
