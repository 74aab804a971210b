// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutineStateTest {

    private final Map<Environment, Live> live = FakeRoutines.running(
                    "staging=100", "production=16", "presetCanaryZhejiang=16", "presetCanaryHongKong=")
            .live();

    @Test
    void revisionsAreNewestFirstByNumber() {
        assertEquals(
                List.of("100", "20", "0019", "18", "9"),
                digits(state("18", "100", "9", "20", "0019").revisions()));
    }

    @Test
    void theLatestIsTheNewest() {
        assertEquals(
                Optional.of(new CodeRevision("100")), state("9", "100", "11").latest());
        assertEquals(Optional.empty(), state().latest());
    }

    @Test
    void codeThatRunsWithoutANumberIsStaged() {
        assertEquals(false, state("16").runsStagedCode());
        assertEquals(
                true, FakeRoutines.running("staging=unstable", "production=16").runsStagedCode());
    }

    @Test
    void aRevisionRunsWhereTheEnvironmentsSayInTheirOrder() {
        assertEquals(
                List.of(new Environment("production"), new Environment("presetCanaryZhejiang")),
                state("16").running(new CodeRevision("16")));
        assertEquals(List.of(), state("16").running(new CodeRevision("17")));
    }

    @Test
    void anEnvironmentThatIsNotThereRunsNothingAndIsSetUpInNoWay() {
        assertEquals(Live.NOTHING, state("16").liveIn(new Environment("nowhere")));
        assertEquals(Setting.NONE, state("16").settingOf(new Environment("nowhere")));
    }

    @Test
    void stagedCodeTakesTheRoomOfARevision() {
        assertEquals(
                OptionalInt.of(1),
                limited(FakeRoutines.running("staging=18"), false, 4).room());
        assertEquals(
                OptionalInt.of(0),
                limited(FakeRoutines.running("staging=unstable"), false, 4).room());
        assertEquals(
                OptionalInt.of(0),
                limited(FakeRoutines.running("staging=18"), true, 4).room());
        assertEquals(
                OptionalInt.of(0),
                limited(FakeRoutines.running("staging=unstable"), true, 4).room());
    }

    @Test
    void onlyTheServiceTellsWhetherThereIsRoomIfNobodyKnowsHowManyItKeeps() {
        assertEquals(OptionalInt.empty(), state("16").room());
        assertTrue(state("16").mayHaveRoom());
        assertTrue(limited(FakeRoutines.running("staging=18"), false, 4).mayHaveRoom());
        assertFalse(limited(FakeRoutines.running("staging=18"), false, 3).mayHaveRoom());
    }

    /** Of three revisions. */
    private static RoutineState limited(RoutineState state, boolean listsStagedCode, int limit) {
        return new RoutineState(
                state.live(), state.revisions(), Map.of(), Set.of(), listsStagedCode, OptionalInt.of(limit));
    }

    private RoutineState state(String... revisions) {
        return new RoutineState(
                live,
                Stream.of(revisions)
                        .map(digits -> new Revision(new CodeRevision(digits), "", ""))
                        .toList());
    }

    private static List<String> digits(List<Revision> revisions) {
        return revisions.stream().map(each -> each.number().digits()).toList();
    }
}
