// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishFixture;
import io.github.edgeroutine.routine.publish.Targets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A rollback in module g:a of build 9-z, at an account in memory, with what earlier builds are remembered for. */
final class RememberedFixture {

    static final RoutineName HELLO = MemoryFixture.HELLO;
    static final RoutineName SHOP = new RoutineName("shop");

    final PublishFixture bench = new PublishFixture("staging=17", "production=17");
    final Set<String> takenBack = new LinkedHashSet<>();
    final List<String> log = new ArrayList<>();
    final List<String> begun = new ArrayList<>();
    Set<String> modules = Set.of("g:a");
    private final List<RunMemory> here = new ArrayList<>();
    private final List<RunMemory> elsewhere = new ArrayList<>();

    private Optional<RoutineName> routine = Optional.empty();
    private boolean alone;
    private Optional<RevisionChoice> revision = Optional.empty();
    private boolean previous;
    private Optional<Targets> targets = Optional.empty();
    private boolean force;
    private boolean dryRun;

    RememberedFixture remembers(RoutineName of, Run... runs) {
        here.add(new RunMemory(of, List.of(runs)));
        return this;
    }

    /** What the service of this module does not reach. */
    RememberedFixture remembersElsewhere(RoutineName of, Run... runs) {
        elsewhere.add(new RunMemory(of, List.of(runs)));
        return this;
    }

    RememberedFixture named(RoutineName name) {
        routine = Optional.of(name);
        return this;
    }

    RememberedFixture alone(RoutineName name) {
        alone = true;
        return named(name);
    }

    RememberedFixture to(RevisionChoice choice) {
        revision = Optional.of(choice);
        return this;
    }

    RememberedFixture toPrevious() {
        previous = true;
        return this;
    }

    RememberedFixture in(Targets places) {
        targets = Optional.of(places);
        return this;
    }

    RememberedFixture force() {
        force = true;
        return this;
    }

    RememberedFixture dryRun() {
        dryRun = true;
        return this;
    }

    /** Publishes what the last run replaced. */
    List<Outcome> takeBack() throws GoalFailedException, IOException, NothingRememberedException {
        RollbackScope scope = new RollbackScope("9-z", "g:a", modules, Set.of("g:a", "g:c"), takenBack);
        return outcomes(new TakeBack(request(), states(), scope, way -> begun.add(way.routine() + " " + way.live()))
                .parts(rollback(), List.of(new InMemory(elsewhere)), log::add));
    }

    /** Publishes what the user chose. */
    List<Outcome> choose() throws GoalFailedException, IOException, NothingRememberedException {
        return outcomes(new ChosenRollback(request(), states(), "g:a").parts(rollback()));
    }

    /** The publishes that arrived, without the looks. */
    List<String> writes() {
        return bench.account.received().stream()
                .filter(call -> call.startsWith("revision"))
                .toList();
    }

    private RollbackRequest request() {
        return new RollbackRequest(routine, alone, revision, previous, targets, force, dryRun, Duration.ofSeconds(30));
    }

    private RememberedStates states() {
        return new RememberedStates(new InMemory(here), new StateReader(bench.account.client()), force);
    }

    private Rollback rollback() {
        return new Rollback(bench.publisher(bench.time), force, dryRun, Duration.ofSeconds(30));
    }

    private static List<Outcome> outcomes(List<Supplier<Outcome>> parts) {
        return parts.stream().map(Supplier::get).toList();
    }

    record InMemory(List<RunMemory> all) implements RunMemories {

        @Override
        public RunMemory of(RoutineName routine) {
            return all.stream()
                    .filter(memory -> memory.routine().equals(routine))
                    .findFirst()
                    .orElse(RunMemory.none(routine));
        }
    }
}
