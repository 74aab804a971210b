// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.Call.ReadCall;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CallFailedException.Scope;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.key.Access;
import io.github.edgeroutine.routine.key.Key;
import io.github.edgeroutine.routine.key.KeyOwner;
import io.github.edgeroutine.routine.upkeep.Uploader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether the service will accept the requests of goals. It only reads one routine and its newest code. */
public final class ServiceCheck {

    private static final Environment STAGING = new Environment("staging");

    private final RoutineClient routines;
    private final Key key;
    private final Uploader uploader;
    private final List<String> faults = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    /** @param uploader checks whether there is room for its code */
    public ServiceCheck(RoutineClient routines, Key key, Uploader uploader) {
        this.routines = routines;
        this.key = key;
        this.uploader = uploader;
    }

    /** A sentence about the owner of the key, or why it is not known. It never stops a goal. */
    public String owner() {
        try {
            KeyOwner owner = routines.caller()
                    .call(new ReadCall<>("owner", "ask whose key it is", Optional.empty(), key.owner()));
            return "The key belongs to " + owner + ".";
        } catch (CallFailedException e) {
            return "It is not known who owns the key: " + e.getMessage() + ".";
        }
    }

    /** @param intentions all intentions for one routine; at least one */
    public Findings check(List<Intention> intentions) {
        RoutineName routine = intentions.get(0).routine();
        Permissions permissions = new Permissions(key, intentions);
        boolean isAnswered = true;
        try {
            if (permissions.need(Access.DESCRIBE)) {
                RoutineState state = routines.describe(routine);
                permissions.prove(Access.DESCRIBE);
                state.limit().ifPresent(limit -> permissions.prove(Access.LIMIT));
                check(new RoutineCheck(uploader, routine, state), intentions);
                readCode(routine, state, permissions);
            }
            if (permissions.need(Access.VARIABLES)) {
                routines.variables(routine, STAGING);
                permissions.prove(Access.VARIABLES);
            }
            facts.add(permissions.toString());
        } catch (CallFailedException e) {
            tell(e, routine, intentions, permissions);
            isAnswered = e.scope() == Scope.THIS_CALL;
        }
        return new Findings(faults, gaps, facts, isAnswered);
    }

    private void check(RoutineCheck routine, List<Intention> intentions) {
        facts.add(routine.toString());
        faults.addAll(routine.faults(intentions));
    }

    /** The service shows no code of static files. */
    private void readCode(RoutineName routine, RoutineState state, Permissions permissions) {
        Optional<Revision> latest = state.latest()
                .flatMap(state::kept)
                .filter(revision -> revision.contentHash().isEmpty());
        if (latest.isEmpty() || !permissions.need(Access.CODE)) {
            return;
        }
        try {
            routines.code(routine, latest.get().number());
            permissions.prove(Access.CODE);
        } catch (CallFailedException e) {
            String what = "The code of revision " + latest.get().number() + " of routine " + routine
                    + " could not be read: " + e.getMessage() + ".";
            if (e.reason() == Reason.DENIED) {
                faults.add(what + " " + e.remedy() + permissions.policy());
            } else {
                gaps.add(what);
            }
        }
    }

    private void tell(
            CallFailedException reading, RoutineName routine, List<Intention> intentions, Permissions permissions) {
        Optional<String> missing = new StateReader(routines).missing(routine, reading);
        String what = "Routine " + routine + " could not be read: " + reading.getMessage() + ".";
        if (missing.isPresent() || reading.reason() == Reason.MISSING) {
            String makers = intentions.stream()
                    .filter(Intention::makesRoutine)
                    .map(Intention::goal)
                    .collect(joining(", "));
            if (makers.isEmpty()) {
                faults.add(missing.orElse(what + " " + reading.remedy()));
            } else {
                facts.add("Routine " + routine + " does not exist yet. It is created by " + makers + ".");
            }
        } else if (reading.reason() == Reason.DENIED) {
            faults.add(what + " " + reading.remedy() + permissions.policy());
        } else if (isCertain(reading)) {
            faults.add(what + " " + reading.remedy());
        } else {
            gaps.add(what);
        }
    }

    /** Whether the service itself refused, and will refuse again. */
    private static boolean isCertain(CallFailedException reading) {
        return reading.reason().isRefusal() && reading.effect() != Effect.NOT_SENT && !reading.mayPass();
    }
}
