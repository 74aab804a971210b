// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.mojo.GoalOf;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.upkeep.UploadPlan;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A publish after a dry run of upload in the same build. */
class ToBeUploadedTest {

    private static final RoutineName HELLO = new RoutineName("hello");

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "@staging"})
    void stagingMeansTheUploadedCodeIfAnUploadPublishesToStaging(String written) {
        assertEquals(new RevisionChoice.ToCome(), choice(MadeUpService.OPEN, written));
    }

    @Test
    void stagingMeansItsCurrentRevisionIfAnUploadDoesNotChangeStaging() {
        assertEquals(new RevisionChoice.ToCome(), choice(MadeUpService.FIXED, "latest"));
        assertEquals(new RevisionChoice.LiveIn(new Environment("staging")), choice(MadeUpService.FIXED, "@staging"));
    }

    @Test
    void theMessageForAMissingRevisionNamesTheConsole() {
        ParameterErrors faults = new ParameterErrors();
        new ToBeUploaded(GoalOf.service(MadeUpService.FIXED)).choice(Optional.of(HELLO), null, true, faults);

        assertEquals(
                "The configuration cannot be used: <codeRevision> (-Dedge-routine.codeRevision) is missing: give the"
                        + " 19 digits of the revision, see the other console",
                assertThrows(MojoFailureException.class, faults::throwIfAny).getMessage());
    }

    /** With -T, modules are built at the same time. */
    @Test
    void aLaterUploadIsExpectedOnlyInItsModule() {
        ToBeUploaded here = new ToBeUploaded(GoalOf.service(MadeUpService.OPEN));
        ToBeUploaded elsewhere = new ToBeUploaded(GoalOf.elsewhere(here.goal()));
        here.expect("hello");

        assertEquals(Optional.of(new RevisionChoice.ToCome()), latest(here));
        assertEquals(Optional.of(new RevisionChoice.Latest()), latest(elsewhere));

        here.expectNoMore("hello");

        assertEquals(Optional.of(new RevisionChoice.Latest()), latest(here));
    }

    private static Optional<RevisionChoice> latest(ToBeUploaded upload) {
        return upload.choice(Optional.of(HELLO), "latest", true, new ParameterErrors());
    }

    private static RevisionChoice choice(ServiceTraits service, String written) {
        ToBeUploaded uploaded = new ToBeUploaded(GoalOf.service(service));
        uploaded.remember(HELLO, new UploadPlan(FakeRoutines.running("staging=18"), Optional.empty(), List.of()));
        return uploaded.choice(Optional.of(HELLO), written, true, new ParameterErrors())
                .orElseThrow();
    }
}
