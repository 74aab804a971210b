// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurerTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final Environment STAGING = new Environment("staging");
    private static final Environment PRODUCTION = new Environment("production");
    private static final Environment CANARY = new Environment("presetCanaryZhejiang");
    private static final CallFailedException DENIED = failure(Kind.DENIED, Effect.NONE);

    private final RoutineState state = new RoutineState(
            Map.of(STAGING, Optional.empty(), PRODUCTION, Optional.empty()),
            List.of(),
            Map.of(STAGING, setting("50ms", "a.example.com", "b.example.com"), PRODUCTION, setting("5ms")));
    private final FakeRoutines account = new FakeRoutines(state);

    @Test
    void onlyWhatDiffersIsPlanned() {
        assertEquals(
                Map.of(STAGING, setting("100ms")),
                Configurer.plan(
                        state,
                        Map.of(
                                STAGING, setting("100ms", "a.example.com", "b.example.com"),
                                PRODUCTION, setting("5ms"))));
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        assertEquals(Map.of(), Configurer.plan(state, Map.of(STAGING, setting("50ms"))));
    }

    @Test
    void aListOfDomainsIsReplacedAsAWhole() {
        Setting fewer = new Setting(Optional.empty(), Optional.of(List.of("a.example.com")));

        assertEquals(Map.of(STAGING, fewer), Configurer.plan(state, Map.of(STAGING, fewer)));
    }

    /** A white list is a set: the service may well show it in another order than it was sent. */
    @Test
    void theSameDomainsInAnotherOrderAreTheSame() {
        assertEquals(
                Map.of(), Configurer.plan(state, Map.of(STAGING, setting("50ms", "b.example.com", "a.example.com"))));
    }

    @Test
    void anEnvironmentThatTheRoutineDoesNotHaveIsPlannedEvenIfNothingIsSaidOfIt() {
        Map<Environment, Setting> wanted = Map.of(CANARY, Setting.NONE, STAGING, Setting.NONE);

        assertEquals(Map.of(CANARY, Setting.NONE), Configurer.plan(state, wanted));
    }

    @Test
    void aWriteIsReadBack() throws GoalFailedException {
        new Configurer(account).write(HELLO, Map.of(CANARY, setting("50ms")));

        assertEquals(List.of("configure " + Map.of(CANARY, setting("50ms")), "describe"), account.received());
    }

    @Test
    void whatTheRoutineDoesNotShowIsNamed() {
        account.looks(truth -> state);

        assertEquals(
                "The service took the configuration of environments staging, presetCanaryZhejiang of routine hello, but"
                        + " does not show that of presetCanaryZhejiang. See in the DCDN console whether it has such an"
                        + " environment.",
                failureOf(setting("50ms")));
    }

    @Test
    void aWriteThatFailsMayHaveComeThrough() {
        account.refuses("configure " + wanted(setting("100ms")), DENIED);

        assertEquals(
                "Could not configure environments staging, presetCanaryZhejiang of routine hello, or not see whether it"
                        + " is so: it went wrong (request id 4711). Look at the routine in the DCDN console; writing it"
                        + " again does no harm. Do something.",
                failureOf(setting("100ms")));
    }

    @Test
    void aWriteThatCannotBeReadBackMayHaveComeThrough() {
        account.looks(fails(DENIED));

        assertEquals(
                "Could not configure environments staging, presetCanaryZhejiang of routine hello, or not see whether it"
                        + " is so: it went wrong (request id 4711). Look at the routine in the DCDN console; writing it"
                        + " again does no harm. Do something.",
                failureOf(setting("100ms")));
    }

    private String failureOf(Setting ofStaging) {
        return assertThrows(GoalFailedException.class, () -> new Configurer(account).write(HELLO, wanted(ofStaging)))
                .getMessage();
    }

    private static Map<Environment, Setting> wanted(Setting ofStaging) {
        Map<Environment, Setting> wanted = new LinkedHashMap<>();
        wanted.put(STAGING, ofStaging);
        wanted.put(CANARY, setting("50ms"));
        return wanted;
    }

    /** @param hosts none to leave them alone */
    private static Setting setting(String spec, String... hosts) {
        return new Setting(Optional.of(spec), Optional.of(List.of(hosts)).filter(list -> !list.isEmpty()));
    }
}
