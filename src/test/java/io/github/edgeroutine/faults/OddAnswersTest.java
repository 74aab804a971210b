// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.upkeep.Configurer;
import io.github.edgeroutine.routine.upkeep.Pruner;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.OddRpcAnswer;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.OddDcdnAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A routine from its first upload to its last change, with a service that answers in an unusual but valid way. */
class OddAnswersTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final Environment STAGING = new Environment("staging");

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(InjectedFault.KEY);

    @ParameterizedTest
    @MethodSource
    void everyGoalHasTheSameResult(OddAnswer odd) throws Exception {
        DcdnAccount account = extension.account();
        account.ensure("hello", List.of());
        extension.simulator().answerOddly(odd);
        GoalFixture fixture =
                GoalFixture.of(ServiceUnderTest.DCDN, extension.simulator().endpoint());

        String first = fixture.upload(upload("one & \"1\"")).revision().digits();
        assertEquals(
                first, fixture.upload(upload("one & \"1\"")).revision().digits(), "unchanged code makes no revision");
        String second = fixture.upload(upload("two")).revision().digits();
        Outcome outcome = fixture.publisher()
                .publish(RequestFor.revision(second, "staging", "production").request());

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(Map.of("staging", second, "production", second), account.live("hello"));
        assertArrayEquals("two".getBytes(UTF_8), account.code("hello", second));

        Map<Environment, Setting> wanted = Map.of(
                STAGING,
                new Setting(Optional.of("100ms"), Optional.of(List.of())),
                new Environment("production"),
                new Setting(Optional.empty(), Optional.of(List.of("A.example.com"))));
        new Configurer(fixture.routines(), fixture.time(), fixture)
                .write(HELLO, fixture.routines().describe(HELLO).differences(wanted));
        assertEquals(Optional.of("100ms"), account.spec("hello", "staging"));
        assertEquals(Map.of(), fixture.routines().describe(HELLO).differences(wanted));

        RoutineState state = fixture.routines().describe(HELLO);
        assertEquals("v&2 \"版本\"", state.revisions().get(0).description());
        List<Revision> deletable = Pruner.plan(state, 0, Set.of());
        new Pruner(fixture.routines(), fixture.time(), fixture).delete(HELLO, deletable);

        assertEquals(List.of(second), account.revisions("hello"));
        assertEquals(List.of(), fixture.warnings());
    }

    private static Stream<OddAnswer> everyGoalHasTheSameResult() {
        return Stream.of(OddRpcAnswer.values(), OddDcdnAnswer.values()).flatMap(Stream::of);
    }

    private static UploadRequest upload(String code) {
        return new UploadRequest(HELLO, "v&2 \"版本\"", code.getBytes(UTF_8), false, false);
    }
}
