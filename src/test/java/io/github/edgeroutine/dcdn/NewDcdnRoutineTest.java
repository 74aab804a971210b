// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Creates routines over a real connection. */
class NewDcdnRoutineTest {

    private static final RoutineName SHOP = new RoutineName("shop");
    private static final NewRoutine PLAIN = new NewRoutine(SHOP, "", Map.of(), false);

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private final DcdnAccount account = extension.account();
    private final RoutineClient routines = WireFixture.routines(extension.endpoint(), WireFixture.credentials(), 5);

    @Test
    void onlyGivenValuesAreSent() throws CallFailedException {
        routines.createRoutine(PLAIN);

        assertEquals(
                Map.of("Name", "shop"), extension.simulator().calls().get(0).form());
        assertEquals(List.of("shop"), routines.names());
        assertEquals(List.of(), routines.describe(SHOP).revisions());
    }

    @Test
    void descriptionAndSettingsAreSent() throws CallFailedException {
        Setting setting = new Setting(Optional.of("5ms"), Optional.of(List.of("www.example.com")));

        routines.createRoutine(new NewRoutine(SHOP, "dé", Map.of(new Environment("production"), setting), false));

        assertEquals(
                Map.of(
                        "Name",
                        "shop",
                        "Description",
                        "dé",
                        "EnvConf",
                        "{\"production\":{\"SpecName\":\"5ms\",\"AllowedHosts\":[\"www.example.com\"]}}"),
                extension.simulator().calls().get(0).form());
        assertEquals(Optional.of("5ms"), account.spec("shop", "production"));
        assertEquals(Optional.of("50ms"), account.spec("shop", "staging"));
        assertEquals(setting, routines.describe(SHOP).settingOf(new Environment("production")));
    }

    @Test
    void aUsedNameIsRefusedWithTheGeneralCode() {
        account.publish("shop", "1610000000000000001", List.of("production"));

        CallFailedException failure = WireFixture.failure(() -> routines.createRoutine(PLAIN));

        assertEquals(Reason.GENERAL, failure.reason());
        assertEquals(Map.of("production", "1610000000000000001"), account.live("shop"));
    }
}
