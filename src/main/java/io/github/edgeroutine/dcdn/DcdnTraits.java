// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What DCDN is like, as far as it differs from other services. */
public final class DcdnTraits {

    /** The same in all regions. */
    public static final String ENDPOINT = "https://dcdn.aliyuncs.com";

    /**
     * The pages of {@code UploadStagingRoutineCode} and {@code PublishRoutineCodeRevision} tell of ten revisions and of canary
     * regions. No page tells how large the code may be.
     */
    public static final ServiceTraits TRAITS = new ServiceTraits(
            "the DCDN console",
            ENDPOINT,
            List.of(),
            OptionalInt.of(10),
            5,
            OptionalInt.empty(),
            Set.of(Ability.PUBLISH_TO_SEVERAL, Ability.CONFIGURE, Ability.STAGE_BY_UPLOAD));

    private DcdnTraits() {}
}
