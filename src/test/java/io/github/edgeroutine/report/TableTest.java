package io.github.edgeroutine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Publication;
import io.github.edgeroutine.routine.Published;
import io.github.edgeroutine.routine.RoutineName;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aLineAnEnvironmentSaysWhichRevisionRunsThere() {
        Publication publication = new Publication(
                new RoutineName("hello"),
                new CodeRevision("1620876959997924701"),
                List.of(new Environment("staging"), new Environment("presetCanaryZhejiang")));

        assertEquals(
                List.of(
                        "Routine hello, request id 4711",
                        "  staging               1620876959997924701  published",
                        "  presetCanaryZhejiang  1620876959997924701  published"),
                Table.of(new Published(publication, "4711")));
    }
}
