// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Selects cases of the second service, because all would take too long. Each pair of scenario, fault of an operation,
 * and affected calls is tested. The scenario that publishes and restores is complete, except for other operations than
 * a publish. For the first service, reads of a routine that is created are skipped, because each scenario has them.
 */
final class PairsOnly implements Predicate<FaultCase> {

    private static final int WAYS = 3;

    /** A part of every scenario, so fewer cases of each are enough. */
    private static final Set<String> LOOKS = Set.of("ListRoutineCodeVersions", "ListEdgeRoutinePlans", "GetRoutine");

    private final ServiceUnderTest service;
    private final List<String> scenarios = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    PairsOnly(ServiceUnderTest service) {
        this.service = service;
    }

    @Override
    public boolean test(FaultCase each) {
        boolean isWhole = service == ServiceUnderTest.ESA
                && each.scenario().name().equals("publish and restore")
                && service.isPublish(each.operation());
        int sum = number(scenarios, each.scenario().name())
                + number(faults, each.operation() + each.fault())
                + each.affected().ordinal();
        if (service == ServiceUnderTest.DCDN) {
            return !each.scenario().name().equals("create") || !service.isRead(each.operation());
        }
        return isWhole || sum % (LOOKS.contains(each.operation()) ? 2 * WAYS : WAYS) == 0;
    }

    /** For reads: each client at each moment, in one of the calls. */
    static boolean isChosen(SecondClientCase each) {
        ServiceUnderTest service = each.scenario().service();
        int sum = each.number() + each.secondClient().ordinal() + each.moment().ordinal();
        return service == ServiceUnderTest.DCDN || !service.isRead(each.operation()) || sum % WAYS == 0;
    }

    private static int number(List<String> known, String name) {
        if (!known.contains(name)) {
            known.add(name);
        }
        return known.indexOf(name);
    }
}
