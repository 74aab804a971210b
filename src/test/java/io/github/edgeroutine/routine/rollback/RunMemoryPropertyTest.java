// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.rollback.BuildHistory.Death;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any sequence of builds, killed ones too, of publishes by others, and of rollbacks. */
class RunMemoryPropertyTest {

    private static final List<String> PLACES = List.of("staging", "production", "presetCanaryZhejiang");

    /** What somebody does. */
    interface Move {
        void make(BuildHistory builds);
    }

    @Property(tries = 3000)
    void theMemoryContainsWhatRanBeforeItsLastWrite(@ForAll("moves") List<Move> moves) {
        BuildHistory builds = new BuildHistory(PLACES);
        for (Move move : moves) {
            move.make(builds);
            Map<String, String> remembered = builds.remembered();
            remembered.forEach((place, before) -> assertEquals(builds.beforeOurLastRun(place), before, place));
            PLACES.stream()
                    .filter(builds::isToBeRemembered)
                    .forEach(place -> assertTrue(remembered.containsKey(place), place));
        }
    }

    @Property(tries = 3000)
    void aRollbackTakesBackAllThatTheLastRunWroteOrNothing(@ForAll("moves") List<Move> moves) {
        BuildHistory builds = new BuildHistory(PLACES);
        moves.forEach(move -> move.make(builds));
        builds.publish("900", Set.copyOf(PLACES), Death.NONE);
        List<String> before = PLACES.stream().map(builds::beforeOurLastRun).toList();

        builds.rollBack(Death.NONE);
        assertEquals(before, PLACES.stream().map(builds::live).toList());

        builds.rollBack(Death.NONE);
        assertEquals(
                List.of("900", "900", "900"), PLACES.stream().map(builds::live).toList());
    }

    @Property(tries = 3000)
    void aRollbackThatWasKilledIsFinishedByTheNext(
            @ForAll("moves") List<Move> moves, @ForAll("deaths") Death death, @ForAll("deaths") Death again) {
        BuildHistory builds = new BuildHistory(PLACES);
        moves.forEach(move -> move.make(builds));
        builds.publish("900", Set.copyOf(PLACES), Death.NONE);
        List<String> before = PLACES.stream().map(builds::beforeOurLastRun).toList();

        builds.rollBack(death);
        builds.rollBack(death == Death.NONE ? Death.AT_ONCE : again);
        builds.rollBack(death == Death.NONE || again == Death.NONE ? Death.AT_ONCE : Death.NONE);

        assertEquals(before, PLACES.stream().map(builds::live).toList());
    }

    @Property(tries = 3000)
    void whereSomebodyElseHasPublishedNothingIsRolledBack(
            @ForAll("moves") List<Move> moves, @ForAll("places") Set<String> places) {
        BuildHistory builds = new BuildHistory(PLACES);
        moves.forEach(move -> move.make(builds));
        builds.publish("900", Set.copyOf(PLACES), Death.NONE);
        builds.somebodyElse(places);
        List<String> before = PLACES.stream().map(builds::live).toList();

        assertTrue(!builds.rollBack(Death.NONE));

        assertEquals(before, PLACES.stream().map(builds::live).toList());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<String> revisions = Arbitraries.of("700", "701", "702");
        Arbitrary<Move> publish = Combinators.combine(revisions, places(), deaths())
                .as((revision, places, death) -> builds -> builds.publish(revision, places, death));
        // A staged rollout: both bring the same revision.
        Arbitrary<Move> twoExecutions = Combinators.combine(revisions, deaths())
                .as((revision, death) ->
                        builds -> builds.publish(revision, Set.of("production"), revision, Set.of("staging"), death));
        Arbitrary<Move> foreign = places().map(places -> builds -> builds.somebodyElse(places));
        Arbitrary<Move> rollback = deaths().map(death -> builds -> builds.rollBack(death));
        return Arbitraries.oneOf(publish, publish, twoExecutions, foreign, rollback)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Set<String>> places() {
        return Arbitraries.of(PLACES).set().ofMinSize(1);
    }

    @Provide
    Arbitrary<Death> deaths() {
        return Arbitraries.of(Death.values());
    }
}
