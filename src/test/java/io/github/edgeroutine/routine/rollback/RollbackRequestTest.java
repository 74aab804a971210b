// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollbackRequestTest {

    @ParameterizedTest
    @CsvSource({",false,false", "18,false,true", ",true,true"})
    void aRevisionAndThePreviousOneAreChosenAndWhatIsRememberedIsNot(
            String revision, boolean previous, boolean chosen) {
        Optional<RevisionChoice> choice =
                Optional.ofNullable(revision).map(digits -> RevisionChoice.of(Traffic.all(new CodeRevision(digits))));

        assertEquals(
                chosen,
                new RollbackRequest(
                                Optional.empty(),
                                false,
                                choice,
                                previous,
                                Optional.empty(),
                                false,
                                false,
                                Duration.ZERO)
                        .isChosen());
    }
}
