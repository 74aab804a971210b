// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurerTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final Environment STAGING = new Environment("staging");
    private static final Environment PRODUCTION = new Environment("production");
    private static final Environment CANARY = new Environment("presetCanaryZhejiang");
    private static final CallFailedException DENIED = failure(Reason.DENIED, Effect.NONE);

    private final RoutineState state = new RoutineState(
            Map.of(STAGING, Live.NOTHING, PRODUCTION, Live.NOTHING),
            List.of(),
            Map.of(STAGING, setting("50ms", "a.example.com", "b.example.com"), PRODUCTION, setting("5ms")));
    private final FakeRoutines account = new FakeRoutines(state);
    private final PublishFixture log = new PublishFixture();

    @Test
    void onlyWhatDiffersIsPlanned() {
        assertEquals(
                Map.of(STAGING, setting("100ms")),
                state.differences(Map.of(
                        STAGING, setting("100ms", "a.example.com", "b.example.com"),
                        PRODUCTION, setting("5ms"))));
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        assertEquals(Map.of(), state.differences(Map.of(STAGING, setting("50ms"))));
    }

    @Test
    void aListOfDomainsIsReplacedAsAWhole() {
        Setting fewer = new Setting(Optional.empty(), Optional.of(List.of("a.example.com")));

        assertEquals(Map.of(STAGING, fewer), state.differences(Map.of(STAGING, fewer)));
    }

    /** A white list is a set: the service may well show it in another order than it was sent. */
    @Test
    void theSameDomainsInAnotherOrderAreTheSame() {
        assertEquals(Map.of(), state.differences(Map.of(STAGING, setting("50ms", "b.example.com", "a.example.com"))));
    }

    @Test
    void anEnvironmentThatTheRoutineDoesNotHaveIsPlannedEvenIfNothingIsSaidOfIt() {
        Map<Environment, Setting> wanted = Map.of(CANARY, Setting.NONE, STAGING, Setting.NONE);

        assertEquals(Map.of(CANARY, Setting.NONE), state.differences(wanted));
    }

    @Test
    void aWriteIsReadBack() throws GoalFailedException {
        configurer().write(HELLO, Map.of(CANARY, setting("50ms")));

        assertEquals(List.of("configure " + Map.of(CANARY, setting("50ms")), "describe"), account.received());
    }

    @Test
    void whatTheRoutineDoesNotShowIsNamed() {
        for (int look = 0; look < 30; look++) {
            account.looks(truth -> state);
        }

        assertEquals(
                "The service accepted the configuration of environments staging, presetCanaryZhejiang of routine"
                        + " hello, but the routine does not show the new settings of presetCanaryZhejiang. See in"
                        + " {console} whether it"
                        + " has such an environment.",
                failureOf(setting("50ms")));
        assertEquals(Duration.ofSeconds(60), log.pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void aRoutineThatShowsItLateIsWaitedFor() throws GoalFailedException {
        account.looks(truth -> state, truth -> state);

        configurer().write(HELLO, wanted(setting("100ms")));

        assertEquals(3, log.pauses.size());
    }

    @Test
    void aWriteThatFailsSaysWhatTheRoutineShows() {
        account.refuses("configure " + wanted(setting("100ms")), DENIED);

        assertEquals(
                "Could not configure environments staging, presetCanaryZhejiang of routine hello: it went wrong"
                        + " (request"
                        + " id 4711). The routine does not show any of the new settings. Do something.",
                failureOf(setting("100ms")));
    }

    @Test
    void aWriteThatFailsInPartSaysWhichPart() {
        account.refuses("configure " + wanted(setting("50ms")), DENIED);

        assertEquals(
                "Could not configure environments staging, presetCanaryZhejiang of routine hello: it went wrong"
                        + " (request"
                        + " id 4711). The routine does not show the new settings of presetCanaryZhejiang. Do"
                        + " something.",
                failureOf(setting("50ms")));
    }

    @Test
    void aWriteThatCannotBeReadBackMayHaveSucceeded() {
        for (int look = 0; look < 30; look++) {
            account.looks(fails(DENIED));
        }

        assertEquals(
                "The service accepted the configuration of environments staging, presetCanaryZhejiang of routine"
                        + " hello. It is not known whether the settings were changed: check the routine in"
                        + " {console}. It is safe to run the goal again.",
                failureOf(setting("100ms")));
    }

    /** The white list of the state is a.example.com, b.example.com. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.Example.COM,b.example.com",
                "a.example.com.,b.example.com.",
                "b.example.com,a.example.com,a.example.com"
            })
    void domainsAreComparedAsDnsComparesThem(String hosts) {
        assertEquals(Map.of(), state.differences(Map.of(STAGING, setting("50ms", hosts.split(",")))));
    }

    @Test
    void aDomainInChineseIsTheSameInAscii() {
        RoutineState chinese = new RoutineState(
                Map.of(STAGING, Live.NOTHING), List.of(), Map.of(STAGING, setting("50ms", "xn--fsqu00a.example")));

        assertEquals(Map.of(), chinese.differences(Map.of(STAGING, setting("50ms", "例子.example"))));
    }

    @Test
    void anEmptyListThatTheServiceLeavesOutIsEmpty() {
        Setting none = new Setting(Optional.empty(), Optional.of(List.of()));

        assertEquals(Map.of(), state.differences(Map.of(PRODUCTION, none)));
        assertEquals(Map.of(STAGING, none), state.differences(Map.of(STAGING, none)));
    }

    @ParameterizedTest
    @CsvSource({
        "Production, production",
        "prodution, production",
        "stagging, staging",
        "presetCanaryZheJiang, presetCanaryZhejiang",
        "Preset_Canary_Zhejiang, presetCanaryZhejiang",
        "Zhejiang, presetCanaryZhejiang"
    })
    void anotherSpellingOfAnEnvironmentIsNotANewOne(String written, String meant) {
        GoalFailedException failure = assertThrows(
                GoalFailedException.class,
                () -> Configurer.refuseOtherSpellings(HELLO, withCanary(), Set.of(STAGING, new Environment(written))));

        assertTrue(
                failure.getMessage()
                        .startsWith("Routine hello has no environment " + written
                                + ", see {environmentSettings}. Did you mean " + meant + "? There are: "),
                failure.getMessage());
        assertTrue(failure.getMessage().endsWith(" Nothing was changed."), failure.getMessage());
    }

    @Test
    void aRegionWithASimilarNameIsAnotherRegion() throws GoalFailedException {
        Configurer.refuseOtherSpellings(
                HELLO, withCanary(), Set.of(CANARY, new Environment("presetCanaryZhejian"), STAGING));
    }

    @Test
    void theWarningSaysThatANewCanaryRegionNoLongerBelongsToProduction() {
        assertEquals(
                Optional.of(
                        "New canary regions no longer belong to production when they are added: presetCanaryZhejiang. Publish a"
                                + " revision to them, too, because a publish to production no longer reaches them."),
                Configurer.warning(state, Set.of(CANARY, STAGING)));
        assertEquals(Optional.empty(), Configurer.warning(withCanary(), Set.of(CANARY, STAGING)));
    }

    private RoutineState withCanary() {
        return new RoutineState(
                Map.of(STAGING, Live.NOTHING, PRODUCTION, Live.NOTHING, CANARY, Live.NOTHING), List.of());
    }

    private Configurer configurer() {
        return new Configurer(account.client(), new GoalTime(Duration.ofMinutes(5), log.time, log.time), log);
    }

    private String failureOf(Setting ofStaging) {
        return assertThrows(GoalFailedException.class, () -> configurer().write(HELLO, wanted(ofStaging)))
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
