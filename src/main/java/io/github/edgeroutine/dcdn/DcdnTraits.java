// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What DCDN is like, as far as it differs from other services. */
public final class DcdnTraits {

    /**
     * The pages of {@code UploadStagingRoutineCode} and {@code PublishRoutineCodeRevision} tell of ten revisions and of canary
     * regions. The address is the same in all regions. No page tells how large the code may be.
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
