// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.Call.ReadCall;
import io.github.edgeroutine.routine.Call.WriteCall;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.EdgeRoutines.Awaited;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.ShownCode;
import io.github.edgeroutine.routine.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations for all decisions. It adds the purpose and the rule to each operation of a service, and passes it
 * to a caller.
 */
public record RoutineClient(EdgeRoutines service, Caller caller) {

    /** The properties of the service that decisions need. */
    public ServiceTraits traits() {
        return service.traits();
    }

    public RoutineState describe(RoutineName routine) throws CallFailedException {
        return caller.call(
                new ReadCall<>("describe", "read routine " + routine, Optional.of(routine), service.describe(routine)));
    }

    public List<String> names() throws CallFailedException {
        return caller.call(new ReadCall<>("names", "list the routines", Optional.empty(), service.names()));
    }

    /** @return the state of the routine, if the service did not confirm the creation */
    public Confirmation createRoutine(NewRoutine routine) throws CallFailedException {
        return caller.call(new WriteCall<>(
                "createRoutine",
                "create routine " + routine.name(),
                routine.name(),
                Completion.ofNewRoutine(),
                service.createRoutine(routine)));
    }

    public PublishAnswer publish(PublishCall publication) throws CallFailedException {
        return caller.call(new WriteCall<>(
                "publish",
                "publish " + publication,
                publication.routine(),
                Completion.ofPublish(publication),
                service.publish(publication)));
    }

    /** @param before the routine before the call */
    public Confirmation stage(RoutineName routine, String description, byte[] code, RoutineState before)
            throws CallFailedException {
        return caller.call(new WriteCall<>(
                "stage",
                "stage code of routine " + routine,
                routine,
                Completion.ofStage(before, traits().can(Ability.STAGE_BY_UPLOAD)),
                service.stage(routine, description, code)));
    }

    /**
     * @param variablesOf the environment whose function variables the revision gets
     * @param before the routine before the call
     */
    public CodeRevision commit(
            RoutineName routine, String description, Optional<Environment> variablesOf, RoutineState before)
            throws CallFailedException {
        return caller.call(new WriteCall<>(
                "commit",
                "commit code of routine " + routine,
                routine,
                Completion.ofCommit(before),
                service.commit(routine, description, variablesOf)));
    }

    /**
     * @param variablesOf the environment whose function variables the revision gets
     * @param before the routine before the call
     */
    public Awaited create(
            RoutineName routine,
            String description,
            Assets assets,
            Optional<Environment> variablesOf,
            RoutineState before)
            throws CallFailedException {
        return caller.call(new WriteCall<>(
                "create",
                "make a revision of routine " + routine,
                routine,
                Completion.ofCreate(before),
                service.create(routine, description, assets, variablesOf)));
    }

    /** Uploads the archive of a revision. */
    public Confirmation upload(RoutineName routine, Awaited awaited) throws CallFailedException {
        return caller.call(new WriteCall<>(
                "upload",
                "upload the files of revision " + awaited.revision() + " of routine " + routine,
                routine,
                Completion.ofUpload(awaited.revision()),
                awaited.upload()));
    }

    public ShownCode code(RoutineName routine, CodeRevision revision) throws CallFailedException {
        return caller.call(new ReadCall<>(
                "code", "read the code of revision " + revision, Optional.empty(), service.code(routine, revision)));
    }

    public void delete(RoutineName routine, CodeRevision revision) throws CallFailedException {
        caller.call(new WriteCall<>(
                "delete",
                "delete revision " + revision + " of routine " + routine,
                routine,
                Completion.until(state -> !state.keeps(revision)),
                service.delete(routine, revision)));
    }

    public Confirmation configure(RoutineName routine, Map<Environment, Setting> settings) throws CallFailedException {
        return caller.call(new WriteCall<>(
                "configure",
                "configure routine " + routine,
                routine,
                Completion.until(state -> state.differences(settings).isEmpty()),
                service.configure(routine, settings)));
    }

    public Map<String, Variable> variables(RoutineName routine, Environment environment) throws CallFailedException {
        return caller.call(new ReadCall<>(
                "variables",
                "read the variables of " + environment + " of routine " + routine,
                Optional.of(routine),
                service.variables(routine, environment)));
    }

    /** @return the names of those that the service set */
    public Set<String> setVariables(RoutineName routine, Environment environment, Map<String, Variable> variables)
            throws CallFailedException {
        return caller.call(new WriteCall<>(
                "setVariables",
                "set variables of " + environment + " of routine " + routine,
                routine,
                Completion.ofWhatNoLookShows(),
                service.setVariables(routine, environment, variables)));
    }
}
