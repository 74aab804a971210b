// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.publish.Planned;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * BuildHistory that publish to a routine, what they remember, and, kept apart from that, all that ever ran in each environment
 * and who brought it.
 */
public final class BuildHistory {

    /** When a build is killed, if it is. Where it writes twice, it dies at the last write. */
    enum Death {
        NONE,
        AT_ONCE,
        BEFORE_THE_WRITE,
        AFTER_THE_WRITE,
        AFTER_THE_NOTE,
        /** Not killed, but the service refuses the write, and the build fails. */
        REFUSED
    }

    private record LiveRevision(String by, String revision) {}

    private static final RoutineName HELLO = new RoutineName("hello");

    private final Map<String, List<LiveRevision>> history = new LinkedHashMap<>();
    private RunMemory memory = RunMemory.none(HELLO);
    private String lastPublish = "none";
    private int invocations;
    private int others = 1000;

    BuildHistory(List<String> places) {
        places.forEach(place -> history.put(place, new ArrayList<>(List.of(new LiveRevision("", "600")))));
    }

    String live(String place) {
        return last(place).revision();
    }

    private LiveRevision last(String place) {
        return history.get(place).get(history.get(place).size() - 1);
    }

    /** Each publishes another revision. */
    void somebodyElse(Set<String> places) {
        others++;
        places.forEach(place -> history.get(place).add(new LiveRevision("", String.valueOf(others))));
    }

    void publish(String revision, Set<String> places, Death death) {
        Invocation by = nextPublish();
        if (execution(by, RunKind.PUBLISH, revision, places, death)) {
            memory = memory.completed(by.id());
        }
    }

    /** Two executions of one build. */
    void publish(String first, Set<String> here, String second, Set<String> there, Death death) {
        Invocation by = nextPublish();
        if (execution(by, RunKind.PUBLISH, first, here, Death.NONE)
                && execution(by, RunKind.PUBLISH, second, there, death)) {
            memory = memory.completed(by.id());
        }
    }

    private Invocation nextPublish() {
        Invocation by = next();
        lastPublish = by.id();
        return by;
    }

    /** @return false if nothing may be taken back */
    boolean rollBack(Death death) {
        lastPublish = "none";
        Invocation by = next();
        RunMemory settled = memory.settled(state());
        if (settled.newest().isEmpty()) {
            return false;
        }
        WayBack back;
        try {
            back = WayBack.of(HELLO, settled.newest().get(), Optional.of(state()), Optional.empty(), false);
        } catch (GoalFailedException e) {
            return false;
        }
        memory = memory.beginning(by, back);
        Map<String, TreeSet<String>> writes = back.revert().targets().entrySet().stream()
                .collect(groupingBy(
                        each -> each.getValue().toString(),
                        LinkedHashMap::new,
                        mapping(each -> each.getKey().name(), toCollection(TreeSet::new))));
        boolean whole = true;
        int left = writes.size();
        for (Map.Entry<String, TreeSet<String>> write : writes.entrySet()) {
            left--;
            whole &= whole
                    && execution(
                            by, RunKind.ROLLBACK, write.getKey(), write.getValue(), left == 0 ? death : Death.NONE);
        }
        if (whole) {
            memory = memory.completed(by.id());
        }
        return true;
    }

    /** What the memory says of the last run, where nobody else has published since. */
    Map<String, String> remembered() {
        Map<String, String> remembered = new LinkedHashMap<>();
        memory.settled(state())
                .newest()
                .filter(run -> run.kind() == RunKind.PUBLISH)
                .ifPresent(run -> run.changes().forEach((environment, change) -> {
                    if (!last(environment.name()).by().isEmpty()) {
                        remembered.put(environment.name(), change.before().toString());
                    }
                }));
        return remembered;
    }

    /** Whether the last build published there, and something else ran there before. */
    boolean isToBeRemembered(String place) {
        return last(place).by().equals(lastPublish) && !beforeOurLastRun(place).equals(live(place));
    }

    /** What ran there before the first of the writes that our last build to write there made in a row. */
    String beforeOurLastRun(String place) {
        List<LiveRevision> entries = history.get(place);
        int at = entries.size() - 1;
        while (at > 0 && entries.get(at).by().isEmpty()) {
            at--;
        }
        String by = entries.get(at).by();
        while (at > 0 && entries.get(at).by().equals(by)) {
            at--;
        }
        return entries.get(at).revision();
    }

    private Invocation next() {
        invocations++;
        return new Invocation(1000 + invocations + "-x", "g:a");
    }

    /** @return whether it came to its end */
    private boolean execution(Invocation by, RunKind kind, String revision, Set<String> places, Death death) {
        if (death == Death.AT_ONCE) {
            return false;
        }
        Plan plan = plan(revision, places);
        if (plan.stages().isEmpty()) {
            memory = memory.upToDate(
                    by,
                    kind,
                    new Planned(request(revision, places), plan).unwritten(Verdict.UP_TO_DATE, Optional.empty()));
            return death == Death.NONE;
        }
        memory = memory.beginning(by, kind, plan, plan.stages().get(0));
        if (death == Death.BEFORE_THE_WRITE) {
            return false;
        }
        if (death != Death.REFUSED) {
            plan.steps(Action.PUBLISH)
                    .forEach(step -> history.get(step.environment().name()).add(new LiveRevision(by.id(), revision)));
        }
        if (death == Death.AFTER_THE_WRITE) {
            return false;
        }
        memory = memory.ended(by, kind, new Planned(request(revision, places), plan).seen(state(), Optional.empty()));
        return death == Death.NONE;
    }

    private static PublishRequest request(String revision, Set<String> places) {
        return RequestFor.revision(revision, places.toArray(String[]::new)).request();
    }

    private Plan plan(String revision, Set<String> places) {
        return new Plan(
                HELLO,
                FakeRoutines.live(revision),
                new TreeSet<>(places)
                        .stream()
                                .map(place -> new Step(
                                        new Environment(place),
                                        FakeRoutines.live(live(place)),
                                        FakeRoutines.live(revision),
                                        live(place).equals(revision) ? Action.UP_TO_DATE : Action.PUBLISH))
                                .toList(),
                true);
    }

    private RoutineState state() {
        Map<Environment, Live> live = new LinkedHashMap<>();
        new LinkedHashSet<>(history.keySet())
                .forEach(place -> live.put(new Environment(place), FakeRoutines.live(live(place))));
        return new RoutineState(live, List.of());
    }
}
