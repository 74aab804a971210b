// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The properties of DCDN that other services do not share. */
public final class DcdnTraits {

    /**
     * The limit of ten revisions and the canary regions are on the pages of {@code UploadStagingRoutineCode} and {@code
     * PublishRoutineCodeRevision}. The address is the same in all regions. No page has a limit for the size of the
     * code.
     */
    public static final ServiceTraits TRAITS = new ServiceTraits(
            "the DCDN console",
            "https://dcdn.aliyuncs.com",
            List.of(),
            OptionalInt.of(10),
            5,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Set.of(Ability.PUBLISH_TO_SEVERAL, Ability.STAGE_BY_UPLOAD));

    private DcdnTraits() {}
}
