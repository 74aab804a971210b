// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The routines of an account by name, in the order of their creation. Each change is atomic for all threads.
 *
 * @param <R> an immutable routine
 */
public final class RoutineTable<R> {

    private final Map<String, R> byName;
    private final Function<String, ServiceRefusal> missing;

    /** @param missing creates the refusal for an unknown name */
    public RoutineTable(Map<String, R> byName, Function<String, ServiceRefusal> missing) {
        this.byName = new LinkedHashMap<>(byName);
        this.missing = missing;
    }

    /** Creates the routine first if it does not exist. */
    public synchronized void ensure(String name, Supplier<R> created, UnaryOperator<R> change) {
        byName.put(name, change.apply(find(name).orElseGet(created)));
    }

    public synchronized Optional<R> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A copy. */
    public synchronized Map<String, R> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public R held(String name) throws ServiceRefusal {
        return find(name).orElseThrow(() -> missing.apply(name));
    }

    public synchronized void change(String name, RoutineChange<R> change) throws ServiceRefusal {
        byName.put(name, change.of(held(name)));
    }

    /** @return whether it was added; false if the name is in use */
    public synchronized boolean add(String name, R routine) {
        return byName.putIfAbsent(name, routine) == null;
    }

    public synchronized void remove(String name) throws ServiceRefusal {
        held(name);
        byName.remove(name);
    }
}
