// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.key.Access;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.upkeep.ConfigureRequest;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a goal will request from the service, as far as this is known before it runs.
 *
 * @param goal as the user writes it, such as "upload@default"
 * @param access the permissions that its key needs
 * @param environments that the routine must have
 * @param revision that the routine must have; empty if the goal chooses one when it runs
 * @param added environments that the routine has after the goal
 * @param upload what is uploaded, if anything is
 */
public record Intention(
        String goal,
        RoutineName routine,
        Set<Access> access,
        List<Environment> environments,
        Optional<CodeRevision> revision,
        Set<Environment> added,
        Optional<UploadRequest> upload) {

    /** Goals that need at most that the routine exists. */
    private static final Map<String, Set<Access>> SIMPLE = Map.of(
            "create", Set.of(Access.DESCRIBE, Access.CREATE_ROUTINE),
            "diff", Set.of(Access.DESCRIBE, Access.CODE),
            "download", Set.of(Access.DESCRIBE, Access.CODE),
            "prune", Set.of(Access.DESCRIBE, Access.LIMIT, Access.DELETE),
            "rollback", Set.of(Access.DESCRIBE, Access.PUBLISH),
            "status", Set.of(Access.DESCRIBE, Access.LIMIT),
            "variables", Set.of(Access.VARIABLES, Access.SET_VARIABLES));

    public static Intention of(String goal, PublishRequest publish) {
        return new Intention(
                goal,
                publish.routine(),
                Set.of(Access.DESCRIBE, Access.PUBLISH),
                publish.targets().named(),
                publish.revision() instanceof Exactly exactly ? Optional.of(exactly.revision()) : Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    public static Intention of(String goal, UploadRequest upload) {
        Set<Access> access = EnumSet.of(Access.DESCRIBE, Access.LIMIT);
        access.addAll(
                upload.assets().isPresent() ? Set.of(Access.CREATE) : Set.of(Access.CODE, Access.STAGE, Access.COMMIT));
        if (upload.pruneOnLimit()) {
            access.add(Access.DELETE);
        }
        if (upload.createRoutine()) {
            access.add(Access.CREATE_ROUTINE);
        }
        return new Intention(
                goal, upload.routine(), access, List.of(), Optional.empty(), Set.of(), Optional.of(upload));
    }

    public static Intention of(String goal, ConfigureRequest configuration) {
        return new Intention(
                goal,
                configuration.routine(),
                Set.of(Access.DESCRIBE, Access.CONFIGURE),
                List.of(),
                Optional.empty(),
                configuration.settings().keySet(),
                Optional.empty());
    }

    /**
     * Of any other goal.
     *
     * @param kind what the goal does, such as "status"
     * @return empty if it makes no call
     */
    public static Optional<Intention> of(String goal, String kind, RoutineName routine) {
        return Optional.ofNullable(SIMPLE.get(kind))
                .map(access ->
                        new Intention(goal, routine, access, List.of(), Optional.empty(), Set.of(), Optional.empty()));
    }

    /** Whether the goal also runs without the routine. */
    boolean makesRoutine() {
        return access.contains(Access.CREATE_ROUTINE);
    }

    /** Whether the goal may delete revisions to make room. */
    boolean makesRoom() {
        return access.contains(Access.DELETE);
    }
}
