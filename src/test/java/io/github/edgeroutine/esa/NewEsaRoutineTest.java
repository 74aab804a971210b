// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Creates routines over a real connection. */
class NewEsaRoutineTest {

    private static final RoutineName SHOP = new RoutineName("shop");

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(WireFixture.KEY);

    private final RoutineClient routines = EsaFixture.routines(extension);

    @Test
    void onlyGivenValuesAreSent() throws CallFailedException {
        routines.createRoutine(new NewRoutine(SHOP, "", Map.of(), false));

        assertEquals(Map.of("Name", "shop"), EsaFixture.lastCall(extension).form());
        assertEquals(List.of(), routines.describe(SHOP).revisions());
    }

    @Test
    void descriptionAndHasAssetsAreSent() throws CallFailedException {
        routines.createRoutine(new NewRoutine(SHOP, "dé", Map.of(), true));

        assertEquals(
                Map.of("Name", "shop", "Description", "dé", "HasAssets", "true"),
                EsaFixture.lastCall(extension).form());
        assertEquals(List.of("shop"), routines.names());
    }

    @Test
    void aUsedNameIsRefusedWithARemedy() {
        extension.account().publish("shop", "1710120201067203241", List.of("production"));

        CallFailedException failure =
                WireFixture.failure(() -> routines.createRoutine(new NewRoutine(SHOP, "", Map.of(), false)));

        assertEquals(
                "The name is already in use. If this account has no routine with this name, another account"
                        + " may use it. Choose another {name}.",
                failure.remedy());
        assertEquals(
                Map.of("1710120201067203241", 100),
                extension.account().live("shop").get("production"));
    }

    @Test
    void theRemedyForARefusedNameDoesNotMentionRevisions() {
        CallFailedException failure = WireFixture.failure(
                () -> routines.createRoutine(new NewRoutine(new RoutineName("1shop"), "", Map.of(), false)));

        assertEquals("The service does not accept this name or description. Choose another {name}.", failure.remedy());
    }
}
